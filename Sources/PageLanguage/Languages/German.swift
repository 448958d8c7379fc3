extension Language {
  /// German.
  public static let german = Language(
    code: "de", catalog: germanCatalog, keepsCapitals: true, date: "{3}.{2}.{1}", dayOfYear: "{3}.{2}.",
    decimalMark: ",")

  package static let germanCatalog = Catalog(
    #"""
    # Directions, sides, sensors
    forward
    = vorwärts
    backward
    = rückwärts
    left
    = links
    right
    = rechts
    both
    = beide
    none
    = keine
    affected
    = betroffen
    other
    = andere
    feet
    = Füße
    lower back
    = unterer Rücken
    overground
    = auf dem Boden
    treadmill
    = auf dem Laufband
    surface not stated
    = Untergrund nicht angegeben
    surface?
    = Untergrund?
    ~ incline {1} %
    = Steigung {1} %
    incline {1} %
    = Steigung {1} %
    ~ aid: {1}
    = Hilfsmittel: {1}
    no aid
    = kein Hilfsmittel
    both feet
    = beide Füße
    left foot only
    = nur linker Fuß
    right foot only
    = nur rechter Fuß
    sensors moved
    = Sensoren versetzt
    Left foot
    = Linker Fuß
    Right foot
    = Rechter Fuß

    # Charts
    planned {1}
    = geplant {1}
    {1} to {2}
    = {1} bis {2}
    {1}, not counted
    = {1}, nicht gezählt
    goal {1}
    = Ziel {1}
    {1} goal {2} {3}
    = Ziel {1} {2} {3}
    Goal: {1}.
    = Ziel: {1}.
    Thin lines across a chart are goals: {1}.
    = Dünne Linien quer durch ein Diagramm sind Ziele: {1}.
    {1} from {2} to {3}
    = {1} von {2} auf {3}
    {1} in {2} sessions: {3} {4}.
    = {1} in {2} Sitzungen: {3} {4}.
    {1}, in {2 session|sessions}: {3} {4}.
    = {1}, in {2 Sitzung|Sitzungen}: {3} {4}.
    Grey: reference values.
    = Grau: Referenzwerte.
    95 % of the people whom a study measured are within a grey band.
    = 95 % der Menschen, die eine Studie gemessen hat, liegen in einem grauen Band.
    A broken grey line is the mean of people whose spread is not known.
    = Eine gestrichelte graue Linie ist der Mittelwert von Menschen, deren Streuung nicht bekannt ist.
    Studies: {1}.
    = Studien: {1}.
    No reference values: {1}.
    = Keine Referenzwerte: {1}.
    the sensor on the lower back estimates lengths and speeds
    = der Sensor am unteren Rücken schätzt Längen und Geschwindigkeiten
    the person walked with an aid
    = die Person ging mit einem Hilfsmittel
    the walk was on a slope
    = der Weg hatte eine Steigung
    the walk was on a treadmill
    = gegangen wurde auf einem Laufband
    the surface is not stated
    = der Untergrund ist nicht angegeben
    the age is not known
    = das Alter ist nicht bekannt
    the studies are of people of other ages
    = die Studien betreffen Menschen anderen Alters
    the sex is not stated
    = das Geschlecht ist nicht angegeben
    Vertical lines show the 95 % CI of each session’s mean.
    = Senkrechte Linien zeigen das 95-%-Konfidenzintervall (KI) des Mittelwerts jeder Sitzung.
    The band is the mean of the first three sessions that count, ± the smallest change of a single session that measurement error does not explain{1}.
    = Das Band ist der Mittelwert der ersten drei Sitzungen, die zählen, ± die kleinste Änderung einer einzelnen Sitzung, die der Messfehler nicht erklärt{1}.
    Pale: the first two sessions, a run-in in which people learn the task, and sessions under other conditions; they are not counted.
    = Blass: die ersten beiden Sitzungen, eine Eingewöhnung, in der man die Aufgabe lernt, und Sitzungen unter anderen Bedingungen; sie werden nicht gezählt.
    Backward walking per week
    = Rückwärtsgehen pro Woche
    min, as far as recorded
    = min, soweit aufgezeichnet
    {1} minutes of backward walking in {2} weeks.
    = {1} Minuten Rückwärtsgehen in {2} Wochen.
    Marked: {1}.
    = Markiert: {1}.
    {1} at contact
    = {1} beim Aufsetzen
    ° to the ground, toes up positive
    = ° zum Boden, Zehen oben positiv
    Distribution of the foot’s angle at contact: {1} forward and {2} backward strides. Lines mark −5° and +5°, between which the foot lands flat.
    = Verteilung des Fußwinkels beim Aufsetzen: {1} Doppelschritte vorwärts und {2} rückwärts. Linien markieren −5° und +5°; dazwischen setzt der Fuß flach auf.
    toes first
    = Zehen zuerst
    flat
    = flach
    heel first
    = Ferse zuerst

    # The report
    Walking of {1}
    = Gehen von {1}
    Walking of {1} people
    = Gehen von {1} Personen
    People
    = Personen
    RetroGait is research software, not a medical device.
    = RetroGait ist Forschungssoftware, kein Medizinprodukt.
    session {1}
    = Sitzung {1}
    {1 session|sessions}
    = {1 Sitzung|Sitzungen}
    affected side: {1}
    = betroffene Seite: {1}
    {1} of them {2}
    = davon {1}: {2}
    Values
    = Werte
    Conditions: {1}.
    = Bedingungen: {1}.
    Nothing.
    = Nichts.
    {1} of {2}
    = {1} von {2}

    # A group
    person
    = Person
    sessions
    = Sitzungen
    backward speed
    = Geschwindigkeit rückwärts
    forward speed
    = Geschwindigkeit vorwärts
    backward stride length
    = Doppelschrittlänge rückwärts
    forward stride length
    = Doppelschrittlänge vorwärts
    last, {1}
    = zuletzt, {1}
    change
    = Änderung
    {1 person|people}
    = {1 Person|Personen}
    Everybody
    = Alle
    Walking of the group {1}
    = Gehen der Gruppe {1}
    Change of backward speed over the sessions that count, after a run-in of two. All pictures have one scale.
    = Änderung der Geschwindigkeit rückwärts über die Sitzungen, die zählen, nach zwei Sitzungen Eingewöhnung. Alle Bilder haben denselben Maßstab.
    Nobody walked in both directions under the same conditions.
    = Niemand ging unter gleichen Bedingungen in beide Richtungen.
    difference (95 %)
    = Differenz (95 %)
    ratio (95 %)
    = Verhältnis (95 %)
    Hedges’ g (95 %)
    = Hedges’ g (95 %)
    people
    = Personen
    Forward and backward
    = Vorwärts und rückwärts
    Mean
    = Mittelwert
    Every person counts once, with the mean of the sessions in which both directions were walked.
    = Jede Person zählt einmal, mit dem Mittelwert der Sitzungen mit beiden Gehrichtungen.
    Every person counts once, with the mean of the sessions in which both directions were walked ({1}).
    = Jede Person zählt einmal, mit dem Mittelwert der Sitzungen mit beiden Gehrichtungen ({1}).
    Left out
    = Nicht einbezogen
    ~ not both ways in one session under these conditions ({1*}); walked under other conditions: {2*}
    = nicht beide Richtungen in einer Sitzung unter diesen Bedingungen ({1*}); gegangen unter anderen Bedingungen: {2*}
    ~ not both ways in one session under these conditions ({1*})
    = nicht beide Richtungen in einer Sitzung unter diesen Bedingungen ({1*})
    ~ not both ways in one session under these conditions; walked under other conditions: {1*}
    = nicht beide Richtungen in einer Sitzung unter diesen Bedingungen; gegangen unter anderen Bedingungen: {1*}
    not both ways in one session under these conditions
    = nicht beide Richtungen in einer Sitzung unter diesen Bedingungen
    Backward speed, last {1}
    = Geschwindigkeit rückwärts, zuletzt {1}

    # Change over the sessions
    Change over the sessions
    = Änderung über die Sitzungen
    Measure
    = Messgröße
    first → last
    = erste → letzte
    change (95 %)
    = Änderung (95 %)
    what it means
    = Bedeutung
    smallest detectable
    = kleinste nachweisbare
    The first {1 session|sessions} {2:is|are} a run-in, in which people learn the task: shown, not counted.
    = Eingewöhnung, in der man die Aufgabe lernt, {2:ist|sind} die {2:erste|ersten} {1 Sitzung|Sitzungen}: gezeigt, nicht gezählt.
    Change: along the Theil–Sen line through all sessions that count. One odd session hardly moves this line, so the change is not exactly last minus first.
    = Änderung: entlang der Theil-Sen-Geraden durch alle Sitzungen, die zählen. Eine einzelne auffällige Sitzung bewegt diese Gerade kaum. Darum ist die Änderung nicht genau letzter minus erster Wert.
    Smallest detectable: measurement error alone stays below this change in 95 of 100 people who do not change.
    = Kleinste nachweisbare: Der Messfehler allein bleibt bei 95 von 100 Menschen, die sich nicht ändern, unter dieser Änderung.
    Smallest detectable: measurement error alone stays below this change in 95 of 100 people who do not change (measurement error {1}).
    = Kleinste nachweisbare: Der Messfehler allein bleibt bei 95 von 100 Menschen, die sich nicht ändern, unter dieser Änderung (Messfehler: {1}).
    What a change means for the person is for the clinician to judge.
    = Was eine Änderung für die Person bedeutet, beurteilt die behandelnde Fachperson.
    ~ own {1} baseline sessions
    = aus {1} eigenen Ausgangssitzungen
    ~ own {1} sessions about their line
    = aus {1} eigenen Sitzungen um ihre Gerade
    ~ borrowed: {1*}
    = aus einer Studie: {1*}
    faster
    = schneller
    slower
    = langsamer
    longer
    = länger
    shorter
    = kürzer
    more often toes first
    = häufiger mit den Zehen zuerst
    less often toes first
    = seltener mit den Zehen zuerst
    higher
    = höher
    lower
    = niedriger
    no change that these sessions can show
    = keine Änderung, die diese Sitzungen zeigen können
    the same in all sessions that count
    = gleich in allen Sitzungen, die zählen
    none in the decimals shown
    = keine in den gezeigten Dezimalen
    a change needs {1} sessions
    = eine Änderung braucht {1} Sitzungen
    a test needs {1} sessions
    = ein Test braucht {1} Sitzungen
    measurement error unknown
    = Messfehler unbekannt
    sessions do not differ in time or value
    = Sitzungen unterscheiden sich nicht in Zeit oder Wert
    below the smallest detectable change
    = unter der kleinsten nachweisbaren Änderung
    beyond the smallest detectable change
    = über der kleinsten nachweisbaren Änderung
    not consistent over sessions
    = über die Sitzungen nicht einheitlich
    consistent over sessions
    = über die Sitzungen einheitlich
    consistent, but sessions alike by chance could explain it
    = einheitlich, aber zufällig ähnliche Sitzungen könnten es erklären
    does not hold after correction for the number of measures
    = hält der Korrektur für die Zahl der Messgrößen nicht stand
    {1} over {2 session|sessions}
    = {1} über {2 Sitzung|Sitzungen}
    In all {1 session|sessions} that count, {2} was {3} {4}.
    = {2} in allen gezählten Sitzungen ({1}): {3} {4}.
    they can show {1} {2} or more
    = sie können {1} {2} oder mehr zeigen
    so far {1}, {2}.
    = bisher {1}, {2}.
    so far {1} {2}
    = bisher {1} {2}
    {1} or {2}
    = {1} oder {2}
    {1 session counts|sessions count} after a run-in of {2}
    = {1 Sitzung zählt|Sitzungen zählen} nach einer Eingewöhnung von {2}
    {1 session counts|sessions count}
    = {1 Sitzung zählt|Sitzungen zählen}
    No change of {1} {2} that these sessions can show: {3}, and a test needs {4}.
    = Beim Gehen {1} können diese Sitzungen keine Änderung zeigen von {2}: {3}, und ein Test braucht {4}.
    No change of {1} that these {2 session|sessions} can show
    = Bei {1} {2:kann|können} diese {2 Sitzung|Sitzungen} keine Änderung zeigen
    {1} walking became {2}
    = das Gehen {1} wurde {2}
    {1} strides became {2}
    = die Doppelschritte {1} wurden {2}
    {1} contacts were {2}
    = die Kontakte {1} waren {2}
    {1} {2} became {3}
    = {2} {1} wurde {3}
    {1} {2}
    = {2} {1}
    amount unknown
    = Betrag unbekannt
    95 % CI {1} to {2}
    = 95-%-KI {1} bis {2}
    95 % CI {1} to {2} %
    = 95-%-KI {1} bis {2} %
    measurement error of {1}
    = Messfehler aus: {1}

    # The first lines
    On {1}
    = Am {1}
    In one session
    = In einer Sitzung
    In {1} sessions from {2} to {3}
    = In {1} Sitzungen vom {2} bis {3}
    In {1} sessions
    = In {1} Sitzungen
    {1}, {2 forward stride|forward strides} and {3 backward stride|backward strides} were measured.
    = {1} wurden {2 Doppelschritt|Doppelschritte} vorwärts und {3 Doppelschritt|Doppelschritte} rückwärts gemessen.
    {1} as a run-in
    = {1} zur Eingewöhnung
    {1} with {2}
    = {1} ({2})
    no walking
    = ohne Gehen
    no date
    = ohne Datum
    ~ other conditions: {1*}
    = andere Bedingungen: {1*}
    ~ other conditions, in part: {1*} ({2*})
    = andere Bedingungen, teilweise: {1*} ({2*})
    ~ {1} backward strides
    = {1} Doppelschritte rückwärts
    ~ {1} backward stride
    = {1} Doppelschritt rückwärts
    ~ {1} forward strides
    = {1} Doppelschritte vorwärts
    ~ {1} forward stride
    = {1} Doppelschritt vorwärts
    Of the sessions, {1 counts|count} for change
    = Für Änderungen {1:zählt|zählen} {1} dieser Sitzungen
    left out: {1}.
    = nicht gezählt: {1}.
    Not every session has a date; they stand in the order of their names, and change over time is judged only from those with a date.
    = Nicht jede Sitzung hat ein Datum. Die Sitzungen stehen in der Reihenfolge ihrer Namen. Änderungen über die Zeit werden nur aus denen mit Datum beurteilt.
    Forward and backward may be exchanged: the probability that a direction is right is {1}.
    = Vorwärts und rückwärts können vertauscht sein: Eine Richtung stimmt mit einer Wahrscheinlichkeit von {1}.
    In {1} of {2 recording|recordings} forward and backward may be exchanged: the probability that a direction is right is {3} in the least certain one.
    = In {1} von {2 Aufnahme|Aufnahmen} können vorwärts und rückwärts vertauscht sein: In der unsichersten stimmt eine Richtung mit einer Wahrscheinlichkeit von {3}.
    Backward walking was at {1} and forward walking at {2}{3}
    = Rückwärts ging die Person {1} und vorwärts {2}{3}
    On {1}, backward walking was at {2} and forward walking at {3}{4}
    = Am {1} ging die Person rückwärts {2} und vorwärts {3}{4}
    In {1}, backward walking was at {2} and forward walking at {3}{4}
    = In {1} ging die Person rückwärts {2} und vorwärts {3}{4}
    the backward speed was {1} of the forward speed
    = Die Geschwindigkeit rückwärts betrug {1} der Geschwindigkeit vorwärts
    the backward stride {1} of the forward stride
    = der Doppelschritt rückwärts {1} des Doppelschritts vorwärts
    The toes touched the ground first in {1} of {2} backward and {3} of {4} forward contacts.
    = Die Zehen berührten den Boden zuerst bei {1} von {2} Kontakten rückwärts und {3} von {4} Kontakten vorwärts.
    No forward or backward stride could be measured.
    = Es konnte kein Doppelschritt vorwärts oder rückwärts gemessen werden.
    No forward or backward stride could be measured; see the notes below.
    = Es konnte kein Doppelschritt vorwärts oder rückwärts gemessen werden; siehe die Hinweise unten.

    # Forward and backward
    Forward and backward, {1}
    = Vorwärts und rückwärts, {1}
    Difference: backward minus forward. Intervals come from a bootstrap of walking bouts.
    = Differenz: rückwärts minus vorwärts. Die Intervalle stammen aus einem Bootstrap über Gehstrecken.
    Difference: backward minus forward. Intervals come from a bootstrap of blocks of neighboring strides.
    = Differenz: rückwärts minus vorwärts. Die Intervalle stammen aus einem Bootstrap über Blöcke benachbarter Doppelschritte.
    strides
    = Doppelschritte
    {1}, {2 stride|strides}
    = {1}, {2 Doppelschritt|Doppelschritte}
    Means
    = Mittelwerte
    Mean (95 % CI)
    = Mittelwert (95-%-KI)
    no {1} stride was found
    = kein Doppelschritt {1} wurde gefunden
    Not measured: {1}.
    = Nicht gemessen: {1}.
    not measured
    = nicht gemessen

    # Amount of walking and plan
    backward, min
    = rückwärts, min
    backward, strides
    = rückwärts, Doppelschritte
    backward, m
    = rückwärts, m
    forward, min
    = vorwärts, min
    planned, min
    = geplant, min
    not recorded, min
    = nicht aufgezeichnet, min
    backward sessions, of planned
    = Sitzungen rückwärts, von geplanten
    Walking per week
    = Gehen pro Woche
    week from
    = Woche ab
    How much was walked
    = Wie viel gegangen wurde
    Only recorded walking counts.
    = Nur aufgezeichnetes Gehen zählt.
    Sessions without a date are excluded.
    = Sitzungen ohne Datum sind nicht enthalten.
    What was not recorded may have been walked, and is not counted. Dashed: planned ({1}).
    = Was nicht aufgezeichnet wurde, kann trotzdem gegangen worden sein; es wird nicht gezählt. Gestrichelt: geplant ({1}).
    Plan, goals and prescriptions
    = Plan, Ziele und Verordnungen
    Plan of backward walking: {1}.
    = Plan für das Rückwärtsgehen: {1}.
    recorded {1} in {2 session|sessions} of backward walking
    = aufgezeichnet {1} Rückwärtsgehen in {2 Sitzung|Sitzungen}
    Week from {1}, to date: {2}. The plan has nothing for this week.
    = Woche ab {1}, bis heute: {2}. Der Plan hat nichts für diese Woche.
    planned {1} in 1 session
    = geplant {1} in 1 Sitzung
    planned {1} in {2} sessions
    = geplant {1} in {2} Sitzungen
    Week from {1}, to date: {2}; {3}. What was not recorded is not counted.
    = Woche ab {1}, bis heute: {2}; {3}. Was nicht aufgezeichnet wurde, wird nicht gezählt.
    goal {1} {2}
    = Ziel {1} {2}
    latest {1}, {2}
    = zuletzt {1}, {2}
    Earlier prescriptions ({1})
    = Frühere Verordnungen ({1})
    Earlier prescriptions
    = Frühere Verordnungen
    Prescriptions
    = Verordnungen
    prescribed
    = verordnet
    {1 week|weeks}
    = {1 Woche|Wochen}
    once a week
    = einmal pro Woche
    {1} times a week
    = {1}-mal pro Woche
    {1} min a week
    = {1} min pro Woche
    {1} growing to {2} min
    = {1}, steigend auf {2} min
    {1}, from {2}
    = {1}, ab {2}

    # Exclusions and warnings
    Reason
    = Grund
    Strides
    = Doppelschritte
    In recordings
    = In Aufnahmen
    {1} of {2 stride|strides} that were found enter means: {3}. {4} do not.
    = {1} von {2 gefundenem Doppelschritt|gefundenen Doppelschritten} gehen in Mittelwerte ein: {3}. {4} nicht.
    Excluded strides
    = Ausgeschlossene Doppelschritte
    {1} of {2 stride|strides} that were found enter these numbers. Strides at the start or end of a walk, in turns, or of uncertain direction do not. {3 warning|warnings} of the analysis {4:is|are} in the whole report.
    = {1} von {2 gefundenem Doppelschritt|gefundenen Doppelschritten} gehen in diese Zahlen ein. Doppelschritte am Anfang oder Ende eines Weges, in Drehungen oder mit unsicherer Richtung nicht. {3 Warnung|Warnungen} der Analyse {4:steht|stehen} im ganzen Bericht.
    Warnings and exclusions
    = Warnungen und Ausschlüsse
    Session {1}, not compared with the others: {2}.
    = Sitzung {1}, nicht mit den anderen verglichen: {2}.
    Sessions were analyzed by different versions of the program: {1}.
    = Die Sitzungen wurden mit verschiedenen Versionen des Programms analysiert: {1}.
    Every recording
    = Jede Aufnahme
    Every recording but {1}
    = Jede Aufnahme außer {1}
    {1 stride|strides} {2}.
    = {1 Doppelschritt|Doppelschritte} {2}.
    excluded, because the foot was not at rest before or after the swing
    = ausgeschlossen, weil der Fuß vor oder nach dem Schwung nicht ruhte
    excluded, because the sensor reached the end of its range
    = ausgeschlossen, weil der Sensor das Ende seines Messbereichs erreichte
    excluded, because samples were missing
    = ausgeschlossen, weil Messwerte fehlten
    excluded, because their length or speed is beyond walking
    = ausgeschlossen, weil Länge oder Geschwindigkeit über das Gehen hinausgeht
    excluded, because the trunk did not repeat its movement from stride to stride
    = ausgeschlossen, weil der Rumpf seine Bewegung nicht von Doppelschritt zu Doppelschritt wiederholte
    excluded, {1}
    = ausgeschlossen, {1}
    excluded, direction uncertain
    = ausgeschlossen, Richtung unsicher
    in place, not compared
    = auf der Stelle, nicht verglichen
    at the start of a walk, not in means
    = am Anfang eines Weges, nicht in Mittelwerten
    at the end of a walk, not in means
    = am Ende eines Weges, nicht in Mittelwerten
    in turns, not in means
    = in Drehungen, nicht in Mittelwerten
    next to turns, not in means
    = neben Drehungen, nicht in Mittelwerten
    next to walking in another direction, not in means
    = neben Gehen in andere Richtung, nicht in Mittelwerten
    sideways, not compared
    = seitwärts, nicht verglichen
    not in means, the reason was not kept
    = nicht in Mittelwerten, der Grund wurde nicht aufbewahrt

    # Strides to look at
    Strides to look at
    = Auffällige Doppelschritte
    Not searched for: a foot must carry a sensor.
    = Nicht gesucht: Ein Fuß muss einen Sensor tragen.
    No walk was long enough. A stride is compared with eight others of its foot in the same walk.
    = Kein Weg war lang genug. Ein Doppelschritt wird mit acht anderen seines Fußes auf demselben Weg verglichen.
    {1 stride|strides} {2:was|were} compared with those around {3:it|them}. None differs as after a stumble, a hesitation or a stop.
    = {1 Doppelschritt|Doppelschritte} {2:wurde|wurden} mit den benachbarten verglichen. Keiner weicht ab wie nach einem Stolpern, einem Zögern oder einem Halt.
    {1} of {2 stride|strides} {3:differs|differ} from those around {4:it|them} as after a stumble, a hesitation or a stop. What happened is not known.
    = {1} von {2 Doppelschritt|Doppelschritten} {3:weicht|weichen} von den benachbarten ab wie nach einem Stolpern, einem Zögern oder einem Halt. Was geschah, ist nicht bekannt.
    This is not a count of near falls. In one study, about one in seven alarms of such a detector was a near fall (computed from Weiss et al. 2010, doi 10.1186/1756-0500-3-62).
    = Dies ist keine Zählung von Beinahestürzen. In einer Studie war etwa einer von sieben Alarmen eines solchen Detektors ein Beinahesturz (berechnet aus Weiss et al. 2010, doi 10.1186/1756-0500-3-62).
    {1} more are in summary.json.
    = {1} weitere stehen in summary.json.
    Stride
    = Doppelschritt
    Time, s
    = Zeit, s
    Direction
    = Richtung
    What differs
    = Was abweicht
    Session
    = Sitzung
    step late by {1} s
    = Schritt um {1} s verspätet
    step late
    = Schritt verspätet
    swing ended early and short
    = Schwung endete früh und kurz
    {1}, a stop within the walk
    = {1}, ein Halt auf dem Weg
    sideways
    = seitwärts

    # Methods
    Reference values behind the charts
    = Referenzwerte hinter den Diagrammen
    Definition of each measure
    = Definition jeder Messgröße
    Unit
    = Einheit
    How
    = Wie
    Source
    = Quelle
    Input files
    = Eingabedateien
    Recording
    = Aufnahme
    File
    = Datei
    Format
    = Format
    Methods, for copying
    = Methoden, zum Kopieren (Englisch)
    Made by {1}. Means are over steady, straight walking: not over strides in or beside a turn, a stop, or walking in another direction. Their 95 % intervals come from a block bootstrap, which allows for strides that resemble their neighbors. Strides whose direction or first contact is less than 60 % certain enter no comparison.
    = Erstellt mit {1}. Mittelwerte gelten für gleichmäßiges Geradeausgehen: nicht für Doppelschritte in oder neben einer Drehung, einem Halt oder Gehen in andere Richtung. Ihre 95-%-Intervalle stammen aus einem Block-Bootstrap; er berücksichtigt, dass benachbarte Doppelschritte sich ähneln. Doppelschritte, deren Richtung oder Erstkontakt zu weniger als 60 % sicher ist, gehen in keinen Vergleich ein.
    Methods
    = Methoden
    Input files and their SHA-256
    = Eingabedateien und ihre SHA-256

    # Motion
    How the foot lands
    = Wie der Fuß aufsetzt
    All sessions together. Above +5° the heel touches first, below −5° the toes.
    = Alle Sitzungen zusammen. Über +5° berührt die Ferse zuerst den Boden, unter −5° die Zehen.
    Means over strides ({1}) from one foot-flat phase to the next; bands are one standard deviation to either side. The path is that of the sensor, toes to the right.
    = Mittelwerte über Doppelschritte ({1}) von einer Phase mit flachem Fuß zur nächsten; Bänder zeigen eine Standardabweichung nach beiden Seiten. Die Bahn ist die des Sensors, Zehen nach rechts.
    How the feet move, {1}
    = Wie sich die Füße bewegen, {1}
    Left foot from the side
    = Linker Fuß von der Seite
    Right foot from the side
    = Rechter Fuß von der Seite
    height, cm
    = Höhe, cm
    m along the foot
    = m entlang des Fußes
    Mean path of the left foot's sensor: {1}
    = Mittlere Bahn des Sensors am linken Fuß: {1}
    Mean path of the right foot's sensor: {1}
    = Mittlere Bahn des Sensors am rechten Fuß: {1}
    Left foot pitch
    = Fußneigung links
    Right foot pitch
    = Fußneigung rechts
    °, toes up positive
    = °, Zehen oben positiv
    % of the cycle from foot-flat to foot-flat
    = % des Zyklus von flachem Fuß zu flachem Fuß
    Mean pitch of the left foot over the cycle: {1}
    = Mittlere Neigung des linken Fußes über den Zyklus: {1}
    Mean pitch of the right foot over the cycle: {1}
    = Mittlere Neigung des rechten Fußes über den Zyklus: {1}
    {1}, up to {2} cm high, pitch {3}° to {4}°
    = {1}, bis {2} cm hoch, Neigung {3}° bis {4}°

    # The page for the person who walked
    Your training
    = Ihr Training
    Your plan of walking backward: {1}.
    = Ihr Plan für das Rückwärtsgehen: {1}.
    Your plan has no walking backward for the week from {1}.
    = Ihr Plan sieht für die Woche ab {1} kein Rückwärtsgehen vor.
    Your plan for the week from {1}: walk backward {2} minutes in all.
    = Ihr Plan für die Woche ab {1}: insgesamt {2} Minuten rückwärtsgehen.
    Your plan for the week from {1}: walk backward once, {2} minutes in all.
    = Ihr Plan für die Woche ab {1}: einmal rückwärtsgehen, insgesamt {2} Minuten.
    Your plan for the week from {1}: walk backward {2} times, {3} minutes in all.
    = Ihr Plan für die Woche ab {1}: {2}-mal rückwärtsgehen, insgesamt {3} Minuten.
    Prescribed for the week from {1}:
    = Verordnet für die Woche ab {1}:
    Later weeks are in the whole report.
    = Spätere Wochen stehen im ganzen Bericht.
    Each mark is one visit: squares for walking backward, circles for walking forward. Higher is faster. A visit with a pale mark is not compared with the others.
    = Jedes Zeichen ist ein Besuch: Quadrate für das Gehen rückwärts, Kreise für das Gehen vorwärts. Höher heißt schneller. Ein Besuch mit blassem Zeichen wird nicht mit den anderen verglichen.
    This page describes how you walked. What it means for you is a question for the person who treats you.
    = Diese Seite beschreibt, wie Sie gegangen sind. Was das für Sie bedeutet, fragen Sie bitte die Person, die Sie behandelt.
    The sensors did not show surely which way was forward. On this page, backward and forward may be exchanged.
    = Die Sensoren zeigten nicht sicher, wo vorn war. Auf dieser Seite können rückwärts und vorwärts vertauscht sein.
    We measured your walking once: {1} double steps backward and {2} double steps forward.
    = Wir haben Ihr Gehen einmal gemessen: {1} Doppelschritte rückwärts und {2} Doppelschritte vorwärts.
    We measured your walking {1} times: {2} double steps backward and {3} double steps forward.
    = Wir haben Ihr Gehen {1}-mal gemessen: {2} Doppelschritte rückwärts und {3} Doppelschritte vorwärts.
    Walking {1} could not be measured.
    = Das Gehen {1} konnte nicht gemessen werden.
    On {1} you walked {2} at {3} meters per second. That is {4} kilometers per hour.
    = Am {1} gingen Sie {2} mit {3} Metern pro Sekunde. Das sind {4} Kilometer pro Stunde.
    In {1} you walked {2} at {3} meters per second. That is {4} kilometers per hour.
    = In {1} gingen Sie {2} mit {3} Metern pro Sekunde. Das sind {4} Kilometer pro Stunde.
    These visits cannot show whether your walking {1} changed.
    = Diese Besuche können nicht zeigen, ob sich Ihr Gehen {1} geändert hat.
    Your walking {1} became {2} over {3 visit|visits}, by {4} meters per second.
    = Ihr Gehen {1} wurde über {3 Besuch|Besuche} {2}, um {4} Meter pro Sekunde.
    Your walking {1} became {2} over {3 visit|visits}, by {4} kilometers per hour.
    = Ihr Gehen {1} wurde über {3 Besuch|Besuche} {2}, um {4} Kilometer pro Stunde.
    When you walked backward, your toes touched the ground first in {1} of {2} contacts. When you walked forward, in {3} of {4}.
    = Beim Gehen rückwärts berührten Ihre Zehen bei {1} von {2} Kontakten zuerst den Boden. Beim Gehen vorwärts bei {3} von {4}.

    # Reference values
    {1} groups
    = {1} Gruppen
    One in 20 of such people is outside the band.
    = Einer von 20 solchen Menschen liegt außerhalb des Bandes.
    Reference: {1}
    = Referenz: {1}
    Other studies, not drawn:
    = Andere Studien, nicht gezeichnet:
    Compare with care: devices and instructions differ.
    = Mit Vorsicht vergleichen: Geräte und Anweisungen unterscheiden sich.
    {1}, {2}: {3}. {4}. Walk: {5}. {6} Source: {7}.
    = {1}, {2}: {3}. {4}. Gehen: {5}. {6} Quelle: {7}.
    mean {1}
    = Mittel {1}
    reference, {1} {2}, {3}: {4}
    = Referenz, {1} {2}, {3}: {4}
    women
    = Frauen
    men
    = Männer
    adults
    = Erwachsene
    mean {1} {2}, spread not known
    = Mittelwert {1} {2}, Streuung nicht bekannt
    mean {1} {2}, SD {3}; 95 % of such people between {4} and {5} {6}
    = Mittelwert {1} {2}, SD {3}; 95 % solcher Menschen zwischen {4} und {5} {6}
    {1} pace
    = Tempo: {1}
    comfortable
    = angenehm
    pace not stated
    = Tempo nicht angegeben
    Reference, {1} walking, {2}: {3}. {4}. {5}.
    = Referenz, Gehen {1}, {2}: {3}. {4}. {5}.
    ~ women, {1} to {2} years
    = Frauen, {1} bis {2} Jahre
    ~ men, {1} to {2} years
    = Männer, {1} bis {2} Jahre
    ~ women and men, {1} to {2} years
    = Frauen und Männer, {1} bis {2} Jahre
    ~ women, {1} years and older
    = Frauen ab {1} Jahren
    ~ men, {1} years and older
    = Männer ab {1} Jahren
    ~ women and men, {1} years and older
    = Frauen und Männer ab {1} Jahren
    healthy people of many studies, 23,111 of all ages and both sexes together
    = gesunde Menschen aus vielen Studien, 23.111 jeden Alters und beider Geschlechter zusammen
    various, without the start from standing and without turns
    = verschieden, ohne Start aus dem Stand und ohne Drehungen
    people who live at home, measured in Zagreb
    = zu Hause lebende Menschen, in Zagreb gemessen
    healthy people in Israel, compared with people with Parkinson’s disease
    = gesunde Menschen in Israel, verglichen mit Menschen mit Parkinson-Krankheit
    people in Japan who live at home and need no help from day to day
    = Menschen in Japan, die zu Hause leben und im Alltag keine Hilfe brauchen
    walk of about 2 minutes on level ground
    = Gehen von etwa 2 Minuten auf ebenem Boden
    pressure plate
    = Druckmessplatte
    Means of the meta-analysis, from its abstract and a public copy of its table. No SD was read.
    = Mittelwerte der Metaanalyse, aus ihrer Zusammenfassung und einer öffentlichen Kopie ihrer Tabelle. Eine SD wurde nicht gelesen.
    Computed for RetroGait from the database’s list of people (Speed_01). A man and a woman who seem to be listed three times count once.
    = Für RetroGait aus der Personenliste der Datenbank berechnet (Speed_01). Ein Mann und eine Frau, die dreimal aufgeführt scheinen, zählen einmal.
    Means and SDs of the abstract, which does not name the pace.
    = Mittelwerte und SD der Zusammenfassung, die das Tempo nicht nennt.
    Mean and SD of the abstract, which does not name the pace.
    = Mittelwert und SD der Zusammenfassung, die das Tempo nicht nennt.

    # Segments and sessions
    recording
    = Aufnahme
    session
    = Sitzung
    speed, {1}
    = Geschwindigkeit, {1}
    stride length, {1}
    = Doppelschrittlänge, {1}
    seconds
    = Sekunden
    Segments
    = Abschnitte
    segment
    = Abschnitt
    A stride counts here if it lies fully within the segment. {1 stride|strides} {2:lies|lie} in no segment.
    = Ein Doppelschritt zählt hier, wenn er ganz im Abschnitt liegt. {1 Doppelschritt|Doppelschritte} {2:liegt|liegen} in keinem Abschnitt.
    No forward or backward walking could be measured.
    = Es konnte kein Gehen vorwärts oder rückwärts gemessen werden.
    Walking under different conditions is not pooled.
    = Gehen unter verschiedenen Bedingungen wird nicht zusammengefasst.
    Means over all recordings, weighted by their strides, with their 95 % CI. Trend and report use the same numbers.
    = Mittelwerte über alle Aufnahmen, nach Doppelschritten gewichtet, mit 95-%-KI. Verlauf und Bericht verwenden dieselben Zahlen.
    The session as a whole
    = Die Sitzung als Ganzes
    no {1} walking was found
    = kein Gehen {1} gefunden
    Strides that count, of all
    = Gezählte Doppelschritte, von allen
    Walked
    = Gegangen
    Variation, symmetry and other measures of whole walks, {1 measure|measures}
    = Variation, Symmetrie und weitere Messgrößen ganzer Wege, {1 Messgröße|Messgrößen}
    Measures of whole walks
    = Messgrößen ganzer Wege
    pain, 0–10
    = Schmerz, 0–10
    All sessions
    = Alle Sitzungen
    {1}: {2} and {3}
    = {1}: {2} und {3}
    {1}, two sessions
    = {1}, zwei Sitzungen
    One of the sessions does not exist.
    = Eine der Sitzungen gibt es nicht.
    One of the sessions has no walking that counts.
    = Eine der Sitzungen hat kein Gehen, das zählt.
    Not compared: the conditions differ ({1} and {2}).
    = Nicht verglichen: Die Bedingungen unterscheiden sich ({1} und {2}).
    Means with 95 % CI. Two sessions of a person who does not change differ by less than the smallest detectable change in 95 of 100 pairs. It is borrowed from studies if the person’s own sessions are too few. Backward speed, stride length and toe-first share are prespecified. A change of any other measure is named only if it holds after correction for the number of measures.
    = Mittelwerte mit 95-%-KI. Zwei Sitzungen einer Person, die sich nicht ändert, unterscheiden sich in 95 von 100 Paaren um weniger als die kleinste nachweisbare Änderung. Sie stammt aus Studien, wenn die Person zu wenige eigene Sitzungen hat. Geschwindigkeit, Doppelschrittlänge und Zehen-zuerst-Anteil rückwärts sind vorab festgelegt. Eine Änderung jeder anderen Messgröße wird nur genannt, wenn sie der Korrektur für die Zahl der Messgrößen standhält.

    # Both sides
    Both sides over the sessions
    = Beide Seiten über die Sitzungen
    Stance and swing of both sides
    = Stand- und Schwungphase beider Seiten
    A course of left and right steps needs sensors on both feet.
    = Ein Verlauf linker und rechter Schritte braucht Sensoren an beiden Füßen.
    Here the sensor is on the lower back.
    = Hier sitzt der Sensor am unteren Rücken.
    A left step begins with the contact of the right foot and ends with the contact of the left foot. A right step is the reverse. Step length is empty: feet that are tracked one by one have no common origin.
    = Ein linker Schritt beginnt mit dem Kontakt des rechten Fußes und endet mit dem Kontakt des linken Fußes. Ein rechter Schritt ist umgekehrt. Die Schrittlänge ist leer: Einzeln verfolgte Füße haben keinen gemeinsamen Ursprung.
    The affected side is the left one.
    = Die betroffene Seite ist die linke.
    The affected side is the right one.
    = Die betroffene Seite ist die rechte.
    Shown: {1}.
    = Gezeigt: {1}.
    Pale: the first two sessions, a run-in; they are not counted.
    = Blass: die ersten beiden Sitzungen, eine Eingewöhnung; sie werden nicht gezählt.
    So many sessions: the first {1} have no interval of each side.
    = So viele Sitzungen: Die ersten {1} haben kein Intervall jeder Seite.
    The difference is in percent of the mean of both sides.
    = Die Differenz ist in Prozent des Mittelwerts beider Seiten.
    Above 0 the left side has the larger value.
    = Über 0 hat die linke Seite den größeren Wert.
    Above 0 the affected side has the larger value.
    = Über 0 hat die betroffene Seite den größeren Wert.
    First, latest and change are of sessions that count. From five sessions on, the change is along the Theil–Sen line. Only the difference is judged.
    = Erster Wert, letzter Wert und Änderung betreffen Sitzungen, die zählen. Ab fünf Sitzungen folgt die Änderung der Theil-Sen-Geraden. Nur die Differenz wird beurteilt.
    Stance is the time from a foot’s contact to its final contact, in percent of its stride. Swing is the rest.
    = Die Standphase reicht vom Kontakt eines Fußes bis zu seinem letzten Kontakt, in Prozent seines Doppelschritts. Der Rest ist die Schwungphase.
    {1} is empty in {2 forward session|forward sessions}: {3}.
    = {1} ist leer in {2 Sitzung|Sitzungen} vorwärts: {3}.
    {1} is empty in {2 backward session|backward sessions}: {3}.
    = {1} ist leer in {2 Sitzung|Sitzungen} rückwärts: {3}.
    {1} is empty in {2} forward and {3} backward sessions: {4}.
    = {1} ist leer in {2} Sitzungen vorwärts und {3} rückwärts: {4}.
    {1} of both sides over the sessions
    = {1} beider Seiten über die Sitzungen
    first
    = erste
    latest
    = letzte
    left less right
    = links minus rechts
    affected less other side
    = betroffene minus andere Seite
    {1} of both feet
    = {1} beider Füße
    {1} of one foot
    = {1} eines Fußes
    only one foot carries a sensor
    = nur ein Fuß trägt einen Sensor
    fewer than {1} steps of a foot enter means
    = weniger als {1} Schritte eines Fußes gehen in Mittelwerte ein
    Left against right, and stride to stride, {1}
    = Links gegen rechts und von Doppelschritt zu Doppelschritt, {1}
    affected (left) − right, % of the mean
    = betroffen (links) − rechts, % des Mittelwerts
    affected (right) − left, % of the mean
    = betroffen (rechts) − links, % des Mittelwerts
    left − right, % of the mean
    = links − rechts, % des Mittelwerts
    Variability rests on {1} strides; below {2} it is unreliable.
    = Die Variabilität beruht auf {1} Doppelschritten; unter {2} ist sie unzuverlässig.
    Left against right
    = Links gegen rechts
    variation (CV), % (strides)
    = Variation (VK), % (Doppelschritte)
    measure
    = Messgröße
    {1}, with {2} strides of both feet and a variation of {3} %, differences in stride length below {4} % are within the spread of strides.
    = {1}: Mit {2} Doppelschritten beider Füße und einer Variation von {3} % liegen Unterschiede der Doppelschrittlänge unter {4} % innerhalb der Streuung der Doppelschritte.

    # Whole walks and walk tests
    Test
    = Test
    Speed, {1}
    = Geschwindigkeit, {1}
    Steps or turns
    = Schritte oder Drehungen
    Walk tests and turns
    = Gehtests und Drehungen
    No walk test and no half turn was found in any recording.
    = In keiner Aufnahme wurde ein Gehtest oder eine halbe Drehung gefunden.
    {1 test|tests} not found, with the reasons
    = {1 Test|Tests} nicht gefunden, mit den Gründen
    Each recording gives the first walk that covers the distance of a test. The time of turns is their mean. In brackets: 95 % CI.
    = Jede Aufnahme gibt den ersten Weg, der die Strecke eines Tests umfasst. Die Zeit der Drehungen ist ihr Mittelwert. In Klammern: 95-%-KI.
    {1}, after {2} walking
    = {1}, nach Gehen {2}
    {1} m in {2} s
    = {1} m in {2} s
    {1 step|steps}
    = {1 Schritt|Schritte}
    Measurement error alone stays below {1} {2} in 95 of 100 people ({3}; {4}).
    = Der Messfehler allein bleibt bei 95 von 100 Menschen unter {1} {2} ({3}; {4}).
    people who fell tend to be slower
    = Menschen, die gestürzt sind, sind eher langsamer
    people who did not fall tend to be faster
    = Menschen, die nicht gestürzt sind, sind eher schneller
    how its clock starts is not known
    = wie die Zeit dort beginnt, ist nicht bekannt
    Times of this test in studies ({1})
    = Zeiten dieses Tests in Studien ({1})
    They are context, and no verdict on a person.
    = Sie dienen der Einordnung und sind kein Urteil über eine Person.
    A stopwatch starts at the command, a sensor when the foot leaves: published times are longer by the time to react.
    = Eine Stoppuhr startet beim Kommando, ein Sensor beim Abheben des Fußes: Veröffentlichte Zeiten sind um die Reaktionszeit länger.
    The whole walk
    = Der ganze Weg
    {1}, {2 measure|measures}
    = {1}, {2 Messgröße|Messgrößen}
    Values with 95 % intervals; n is the number of strides, turns, steps or bouts. Counts and sums have no interval.
    = Werte mit 95-%-Intervallen; n ist die Zahl der Doppelschritte, Drehungen, Schritte oder Gehstrecken. Anzahlen und Summen haben kein Intervall.
    What this session lacks is from the session named beside it.
    = Was dieser Sitzung fehlt, stammt aus der daneben genannten Sitzung.
    An earlier version analyzed this walk and measured less. To measure the rest, use {1}, then {2}.
    = Eine frühere Version hat diesen Weg analysiert und weniger gemessen. Um den Rest zu messen, verwenden Sie {1}, dann {2}.
    Backward in percent of forward
    = Rückwärts in Prozent von vorwärts
    {1 measure|measures} not measured, with the reasons
    = {1 Messgröße|Messgrößen} nicht gemessen, mit den Gründen

    # Measures
    Stride length
    = Doppelschrittlänge
    Stride duration
    = Doppelschrittdauer
    Stance
    = Standphase
    Swing
    = Schwungphase
    Walking speed
    = Gehgeschwindigkeit
    Cadence
    = Kadenz
    Foot pitch at contact
    = Fußneigung beim Aufsetzen
    Foot pitch at final contact
    = Fußneigung beim letzten Kontakt
    Sole clearance
    = Bodenfreiheit der Sohle
    Jolt at contact
    = Stoß beim Aufsetzen
    Double support
    = Doppelstand
    Step time
    = Schrittzeit
    Range of foot pitch
    = Umfang der Fußneigung
    Toe-first share
    = Zehen-zuerst-Anteil
    stride length
    = Doppelschrittlänge
    stride duration
    = Doppelschrittdauer
    kcal
    = kcal
    steps/min
    = Schritte/min
    % of stride
    = % des Doppelschritts
    ~ {1} per min
    = {1} pro min
    ~ {1}, left less right
    = {1*}, links minus rechts
    ~ {1}, change per minute
    = {1*}, Änderung pro Minute
    ~ Variation of {1}
    = Variation: {1*}
    ~ {1}, backward in percent of forward at equal speed
    = {1*}, rückwärts in Prozent von vorwärts bei gleicher Geschwindigkeit
    ~ {1}, backward in percent of forward
    = {1*}, rückwärts in Prozent von vorwärts
    ~ {1} at equal speed
    = {1*} bei gleicher Geschwindigkeit
    Variation from stride to stride
    = Variation von Doppelschritt zu Doppelschritt
    Backward against forward
    = Rückwärts gegen vorwärts
    Change within the recording
    = Änderung innerhalb der Aufnahme
    Walk tests
    = Gehtests
    Ground
    = Boden
    Amount of walking
    = Umfang des Gehens
    Energy, estimated
    = Energie, geschätzt
    Turns
    = Drehungen
    Trunk
    = Rumpf
    Duration of a half turn
    = Dauer einer halben Drehung
    Gradient of the ground
    = Steigung des Bodens
    Time walked
    = Gehzeit
    Way walked
    = Gehweg
    Walking bouts
    = Gehstrecken
    Mean length of a walking bout
    = Mittlere Dauer einer Gehstrecke
    Longest walking bout
    = Längste Gehstrecke
    Changes to this direction
    = Wechsel in diese Richtung
    Metabolic rate, estimated
    = Energieumsatz, geschätzt
    Energy used, estimated
    = Energieverbrauch, geschätzt
    First 3 m backward, from standing
    = Erste 3 m rückwärts, aus dem Stand
    3 m backward, rolling start
    = 3 m rückwärts, fliegender Start
    First 10 m, from standing
    = Erste 10 m, aus dem Stand
    Middle 6 m of 10 m, rolling start
    = Mittlere 6 m von 10 m, fliegender Start
    Trunk acceleration, root mean square, anteroposterior
    = Rumpfbeschleunigung, quadratisches Mittel, anteroposterior
    Trunk acceleration, root mean square, mediolateral
    = Rumpfbeschleunigung, quadratisches Mittel, mediolateral
    Trunk acceleration, root mean square, vertical
    = Rumpfbeschleunigung, quadratisches Mittel, vertikal
    Harmonic ratio, anteroposterior
    = Harmonic Ratio, anteroposterior
    Harmonic ratio, mediolateral
    = Harmonic Ratio, mediolateral
    Harmonic ratio, vertical
    = Harmonic Ratio, vertikal
    Step regularity, anteroposterior
    = Schrittregelmäßigkeit, anteroposterior
    Step regularity, mediolateral
    = Schrittregelmäßigkeit, mediolateral
    Step regularity, vertical
    = Schrittregelmäßigkeit, vertikal
    Stride regularity, anteroposterior
    = Doppelschrittregelmäßigkeit, anteroposterior
    Stride regularity, mediolateral
    = Doppelschrittregelmäßigkeit, mediolateral
    Stride regularity, vertical
    = Doppelschrittregelmäßigkeit, vertikal
    Vertical displacement of the trunk
    = Vertikale Bewegung des Rumpfes
    Trunk leaning forward
    = Vorneigung des Rumpfes

    # Why something is not measured
    the foot must come to rest between swings
    = der Fuß muss zwischen den Schwüngen zur Ruhe kommen
    two contacts of the same foot must follow each other
    = zwei Kontakte desselben Fußes müssen aufeinanderfolgen
    both feet must carry a sensor
    = beide Füße müssen einen Sensor tragen
    a foot must carry a sensor
    = ein Fuß muss einen Sensor tragen
    a foot that stands flat in each step must carry a firmly fixed sensor
    = ein Fuß, der in jedem Schritt flach steht, muss einen fest sitzenden Sensor tragen
    a foot must carry a firmly fixed sensor that is read 90 times per second or more, with range to spare
    = ein Fuß muss einen fest sitzenden Sensor tragen, der mindestens 90-mal pro Sekunde misst und dessen Messbereich ausreicht
    ~ {1} strides must enter means
    = {1} Doppelschritte müssen in Mittelwerte eingehen
    ~ both feet must have strides that enter means, together {1}
    = beide Füße müssen Doppelschritte haben, die in Mittelwerte eingehen, zusammen {1}
    a turn of 135° to 225° must follow walking in this direction
    = eine Drehung von 135° bis 225° muss auf Gehen in dieser Richtung folgen
    a walking bout needs four strides in this direction
    = eine Gehstrecke braucht vier Doppelschritte in dieser Richtung
    somebody must walk in this direction
    = jemand muss in dieser Richtung gehen
    half of the strides must have a length
    = die Hälfte der Doppelschritte muss eine Länge haben
    ~ the slope must be given (`incline_percent`) or shown by both feet, and be at most {1} %; the mean speed must be at most {2} m/s
    = die Steigung muss angegeben sein (`incline_percent`) oder von beiden Füßen gezeigt werden und höchstens {1} % betragen; die mittlere Geschwindigkeit darf höchstens {2} m/s betragen
    `mass_kg` must be given, and the metabolic rate known
    = `mass_kg` muss angegeben und der Energieumsatz bekannt sein
    `mass_kg` must be given
    = `mass_kg` muss angegeben sein
    ~ both feet must come to rest between swings, with {1} strides each that enter means and rises that scatter by {2} cm at most
    = beide Füße müssen zwischen den Schwüngen zur Ruhe kommen, mit je {1} Doppelschritten, die in Mittelwerte eingehen, und Anstiegen, die höchstens {2} cm streuen
    both directions must have a mean
    = beide Richtungen müssen einen Mittelwert haben
    ~ both directions must have a mean of {1}
    = beide Richtungen müssen einen Mittelwert haben: {1*}
    walking speed
    = Gehgeschwindigkeit
    step time
    = Schrittzeit
    range of foot pitch
    = Umfang der Fußneigung
    sole clearance
    = Bodenfreiheit der Sohle
    jolt at contact
    = Stoß beim Aufsetzen
    ~ both directions must have {1} strides within the speeds that they share
    = beide Richtungen müssen {1} Doppelschritte im gemeinsamen Geschwindigkeitsbereich haben
    both directions must have strides with a speed and a value
    = beide Richtungen müssen Doppelschritte mit Geschwindigkeit und Wert haben
    the speeds of the two directions do not overlap
    = die Geschwindigkeiten der beiden Richtungen überschneiden sich nicht
    ~ fewer than {1} strides of a direction have a speed that both share
    = weniger als {1} Doppelschritte einer Richtung haben eine Geschwindigkeit, die beiden gemeinsam ist
    ~ {1} strides that enter means must lie over {2} s or more
    = {1} Doppelschritte, die in Mittelwerte eingehen, müssen über {2} s oder mehr verteilt sein
    both feet must carry a sensor, and all strides of a straight walk over the distance must have a length
    = beide Füße müssen einen Sensor tragen, und alle Doppelschritte eines geraden Weges über die Strecke müssen eine Länge haben
    the lower back must carry a sensor and a bout must hold eight of its steps
    = der untere Rücken muss einen Sensor tragen, und eine Gehstrecke muss acht seiner Schritte enthalten
    no walk forward was found
    = kein Weg vorwärts wurde gefunden
    no walk backward was found
    = kein Weg rückwärts wurde gefunden
    only the left foot has strides; a test needs sensors on both feet
    = nur der linke Fuß hat Doppelschritte; ein Test braucht Sensoren an beiden Füßen
    only the right foot has strides; a test needs sensors on both feet
    = nur der rechte Fuß hat Doppelschritte; ein Test braucht Sensoren an beiden Füßen
    the strides were seen from the lower back; a test needs sensors on both feet
    = die Doppelschritte wurden am unteren Rücken erfasst; ein Test braucht Sensoren an beiden Füßen
    ~ the walk at {1} s does not begin from standing; stand still for 2 s before the test
    = der Weg bei {1} s beginnt nicht aus dem Stand; vor dem Test 2 s still stehen
    ~ the walk at {1} s covers {2} m; the test needs {3} m
    = der Weg bei {1} s umfasst {2} m; der Test braucht {3} m
    ~ the walk turns at {1} s, after {2} m; the test needs a straight walk
    = der Weg dreht bei {1} s, nach {2} m; der Test braucht einen geraden Weg
    ~ the stride of the left foot at {1} s has no length ({2})
    = der Doppelschritt des linken Fußes bei {1} s hat keine Länge ({2})
    ~ the stride of the right foot at {1} s has no length ({2})
    = der Doppelschritt des rechten Fußes bei {1} s hat keine Länge ({2})
    ~ the stride of the left foot at {1} s has no length
    = der Doppelschritt des linken Fußes bei {1} s hat keine Länge
    ~ the stride of the right foot at {1} s has no length
    = der Doppelschritt des rechten Fußes bei {1} s hat keine Länge
    ~ a swing of the left foot is missing near {1} s
    = ein Schwung des linken Fußes fehlt nahe {1} s
    ~ a swing of the right foot is missing near {1} s
    = ein Schwung des rechten Fußes fehlt nahe {1} s

    # How measures are defined
    Horizontal distance between two rest positions of the foot, from strapdown integration between zero-velocity instants.
    = Waagrechter Abstand zwischen zwei Ruhelagen des Fußes, aus der Strapdown-Integration zwischen Zeitpunkten ohne Geschwindigkeit.
    From initial contact to the next initial contact of the same foot.
    = Vom Erstkontakt bis zum nächsten Erstkontakt desselben Fußes.
    From final contact to the next initial contact.
    = Vom letzten Kontakt bis zum nächsten Erstkontakt.
    Stride length over stride duration.
    = Doppelschrittlänge durch Doppelschrittdauer.
    Two steps per stride: 120 over the stride duration in seconds.
    = Zwei Schritte je Doppelschritt: 120 durch die Doppelschrittdauer in Sekunden.
    Angle of the sole to the ground, toes up positive, zero when the foot is flat.
    = Winkel der Sohle zum Boden, Zehen oben positiv, null bei flachem Fuß.
    Largest height that the lowest point of the sole reaches in the swing.
    = Größte Höhe, die der tiefste Punkt der Sohle im Schwung erreicht.
    Largest change within 20 ms of the acceleration of the point of the sole that lands, at right angles to the sole, around initial contact. Compare only one sensor in one place at one rate.
    = Größte Änderung innerhalb von 20 ms der Beschleunigung des aufsetzenden Punktes der Sohle, senkrecht zur Sohle, um den Erstkontakt. Nur mit demselben Sensor am selben Ort und mit derselben Abtastrate vergleichen.
    Time per stride in which both feet are on the ground; needs sensors on both feet.
    = Zeit je Doppelschritt, in der beide Füße am Boden sind; braucht Sensoren an beiden Füßen.
    From the initial contact of the other foot to that of this one.
    = Vom Erstkontakt des anderen Fußes bis zu dem dieses Fußes.
    Largest less smallest angle of the sole to the ground, from foot-flat to foot-flat: how far the foot moves in the sagittal plane.
    = Größter minus kleinster Winkel der Sohle zum Boden, von flachem Fuß zu flachem Fuß: wie weit sich der Fuß in der Sagittalebene bewegt.
    From initial to final contact, as a share of the stride.
    = Vom Erstkontakt bis zum letzten Kontakt, als Anteil am Doppelschritt.
    Share of the initial contacts in which the toes touched the ground first.
    = Anteil der Erstkontakte, bei denen die Zehen den Boden zuerst berührten.
    RetroGait; how peaks depend on the rate: Mitschke et al. 2017, doi 10.1080/10255842.2017.1382482
    = RetroGait; wie Spitzen von der Rate abhängen: Mitschke et al. 2017, doi 10.1080/10255842.2017.1382482
    forward walking at 0.6 m/s, doi 10.3390/s20174866
    = Gehen vorwärts mit 0,6 m/s, doi 10.3390/s20174866
    forward walking, knee osteoarthritis, PMC7392790
    = Gehen vorwärts, Kniearthrose, PMC7392790
    backward walking after a stroke, DeMark et al. 2023, PubMed 35658807
    = Gehen rückwärts nach einem Schlaganfall, DeMark et al. 2023, PubMed 35658807

    # Published times of walk tests
    older adults who live at home
    = ältere Erwachsene, die zu Hause leben
    483 older adults who live at home, 101 of whom had fallen
    = 483 ältere Erwachsene, die zu Hause leben; 101 von ihnen waren gestürzt
    175 people with Parkinson's disease
    = 175 Menschen mit Parkinson-Krankheit
    217 residents of two nursing homes, median 80 years, falls in the next 4 months
    = 217 Bewohnerinnen und Bewohner zweier Pflegeheime, Median 80 Jahre, Stürze in den nächsten 4 Monaten
    217 residents of two nursing homes, median 80 years, falls in the last 12 months
    = 217 Bewohnerinnen und Bewohner zweier Pflegeheime, Median 80 Jahre, Stürze in den letzten 12 Monaten
    sensitivity 98 %
    = Sensitivität 98 %
    area under the curve .699
    = Fläche unter der Kurve 0,699
    area under the curve .74
    = Fläche unter der Kurve 0,74
    area under the curve .75
    = Fläche unter der Kurve 0,75
    sensitivity 59.5 %, specificity 68.6 %, area under the curve .655
    = Sensitivität 59,5 %, Spezifität 68,6 %, Fläche unter der Kurve 0,655
    ~ {1}, as cited by {2}
    = {1}, zitiert nach {2}
    41 people after stroke, 35 to 78 years
    = 41 Menschen nach Schlaganfall, 35 bis 78 Jahre
    34 people in the first months after stroke
    = 34 Menschen in den ersten Monaten nach einem Schlaganfall
    29 people long after stroke
    = 29 Menschen lange nach einem Schlaganfall

    # Warnings: which sensor
    ~ left_foot: {1*}
    = Linker Fuß: {1*}
    ~ right_foot: {1*}
    = Rechter Fuß: {1*}
    ~ left_shank: {1*}
    = Linker Unterschenkel: {1*}
    ~ right_shank: {1*}
    = Rechter Unterschenkel: {1*}
    ~ lower_back: {1*}
    = Unterer Rücken: {1*}
    ~ waist_front: {1*}
    = Vordere Taille: {1*}
    ~ In {1} of {2} chunks: {3*}
    = In {1} von {2} Teilen: {3*}
    left_foot
    = linker Fuß
    right_foot
    = rechter Fuß
    left_shank
    = linker Unterschenkel
    right_shank
    = rechter Unterschenkel
    lower_back
    = unterer Rücken
    waist_front
    = vordere Taille

    # Warnings: clocks
    ~ The clocks of {1} and {2} have no common zero.
    = Die Uhren von „{1*}“ und „{2*}“ haben keinen gemeinsamen Nullpunkt.
    Their motion does not align them either.
    = Auch ihre Bewegung richtet sie nicht aufeinander aus.
    RetroGait assumes that they started at the same time.
    = RetroGait nimmt an, dass sie gleichzeitig gestartet sind.
    ~ By their motion, {1} started {2} s earlier (± {3} s).
    = Nach der Bewegung begann „{1*}“ {2} s früher (± {3} s).
    ~ By their motion, {1} started {2} s later (± {3} s).
    = Nach der Bewegung begann „{1*}“ {2} s später (± {3} s).
    ~ A drift of {1} s per hour was corrected.
    = Eine Drift von {1} s pro Stunde wurde korrigiert.
    ~ {1} ends {2} s before {3}, at {4} s.
    = Der Sensor „{1*}“ endet {2} s vor „{3*}“, bei {4} s.
    Check that its file was copied completely.
    = Prüfen, ob die Datei vollständig kopiert wurde.
    ~ {1} begins {2} s after {3}.
    = Der Sensor „{1*}“ beginnt {2} s nach „{3*}“.
    Check that its file was copied completely, and check both clocks.
    = Prüfen, ob die Datei vollständig kopiert wurde, und beide Uhren prüfen.
    ~ {1} ends {2} s before {3}, which keeps moving.
    = Der Sensor „{1*}“ endet {2} s vor „{3*}“; dort geht die Bewegung weiter.
    Its file may have been cut.
    = Die Datei wurde vielleicht abgeschnitten.
    ~ {1} begins {2} s after {3}, which is already moving.
    = Der Sensor „{1*}“ beginnt {2} s nach „{3*}“; dort ist schon Bewegung.
    The beginning of its file may be missing.
    = Der Anfang der Datei fehlt vielleicht.

    # Warnings: files
    ~ {1} was not used.
    = {1} wurde nicht verwendet.
    RetroGait does not measure with a sensor worn there.
    = RetroGait misst nicht mit einem dort getragenen Sensor.
    ~ {1} and {2} are identical, byte for byte.
    = {1} und {2} sind Byte für Byte gleich.
    One is a copy of the other, and one sensor is missing.
    = Eine ist eine Kopie der anderen, und ein Sensor fehlt.
    ~ {1} and {2} hold the same numbers: one file is a copy of the other.
    = „{1*}“ und „{2*}“ enthalten dieselben Zahlen: Eine Datei ist eine Kopie der anderen.
    Left and right cannot be compared.
    = Links und rechts lassen sich nicht vergleichen.
    Find the file of the other sensor.
    = Die Datei des anderen Sensors suchen.
    ~ {1} has no row, or more than one, for the person of this recording.
    = {1} hat keine Zeile oder mehr als eine für die Person dieser Aufnahme.
    It was not used.
    = Sie wurde nicht verwendet.
    ~ The key '{1}' in {2} is unknown and was not used. Did you mean {3}? If so, rename it.
    = Der Schlüssel '{1}' in {2} ist unbekannt und wurde nicht verwendet. War {3} gemeint? Dann bitte umbenennen.
    ~ {1} gives overground as the surface, and also a belt speed (belt_speed_m_s).
    = {1} gibt den Boden als Untergrund an und zugleich eine Bandgeschwindigkeit (belt_speed_m_s).
    Correct one of them.
    = Eines von beiden berichtigen.
    ~ The recording is long. It was analyzed in {1} chunks, cut where the sensors moved least.
    = Die Aufnahme ist lang. Sie wurde in {1} Teilen analysiert, geschnitten wo sich die Sensoren am wenigsten bewegten.

    # Warnings: feet
    no swing of a foot was found.
    = Es wurde kein Schwung eines Fußes gefunden.
    the sensor moved, but no stride of a walk was found.
    = Der Sensor bewegte sich, aber es wurde kein Doppelschritt gefunden.
    ~ of {1} swings seen, only {2} have a length.
    = Von {1} erkannten Schwüngen haben nur {2} eine Länge.
    Most of the others were not measured because the foot did not rest before or after.
    = Die meisten anderen wurden nicht gemessen, weil der Fuß davor oder danach nicht ruhte.
    Most of the others were not measured because the sensor reached the end of its range.
    = Die meisten anderen wurden nicht gemessen, weil der Sensor das Ende seines Messbereichs erreichte.
    Most of the others were not measured because samples are missing.
    = Die meisten anderen wurden nicht gemessen, weil Messwerte fehlen.
    Most of the others were not measured because they would be longer or faster than people walk.
    = Die meisten anderen wurden nicht gemessen, weil sie länger oder schneller wären, als Menschen gehen.
    Most of the others were not measured because steps did not repeat themselves.
    = Die meisten anderen wurden nicht gemessen, weil sich die Schritte nicht wiederholten.
    Means describe the measured strides only.
    = Mittelwerte beschreiben nur die gemessenen Doppelschritte.
    the foot does not move as if the toes were where they were declared.
    = Der Fuß bewegt sich nicht so, als wären die Zehen dort, wo sie angegeben sind.
    Directions are uncertain.
    = Die Richtungen sind unsicher.
    Check the declaration (--toes, or toes in recording.json).
    = Die Angabe prüfen (--toes, oder toes in recording.json).
    the axis that was declared to point to the toes points up or down while the foot is flat.
    = Die Achse, die laut Angabe zu den Zehen zeigt, zeigt bei flachem Fuß nach oben oder unten.
    toes and heel could not be told apart.
    = Zehen und Ferse ließen sich nicht unterscheiden.
    ~ the sensor keeps turning (by about ±{1}°) while the foot should be flat.
    = Der Sensor dreht sich weiter (um etwa ±{1}°), während der Fuß flach sein sollte.
    It is loose, it follows the shank, or the foot was never flat.
    = Er sitzt locker, er folgt dem Unterschenkel, oder der Fuß war nie flach.
    Foot pitch, clearance and elevation stay empty.
    = Fußneigung, Bodenfreiheit und Höhenunterschied bleiben leer.
    First contact is uncertain or empty.
    = Der Erstkontakt ist unsicher oder leer.
    ~ {1} samples reached the end of the sensor's range.
    = {1} Messwerte erreichten das Ende des Messbereichs.
    Impacts are cut off, and lengths are less certain.
    = Stöße sind abgeschnitten, und Längen sind weniger sicher.
    ~ samples are missing in 1 place for longer than {1} s.
    = An 1 Stelle fehlen Messwerte länger als {1} s.
    ~ samples are missing in {1} places for longer than {2} s.
    = An {1} Stellen fehlen Messwerte länger als {2} s.
    the foot rolls over its toes as a left foot does.
    = Der Fuß rollt über die Zehen ab wie ein linker Fuß.
    the foot rolls over its toes as a right foot does.
    = Der Fuß rollt über die Zehen ab wie ein rechter Fuß.
    the foot rolls over its toes as a other foot does.
    = Der Fuß rollt über die Zehen ab wie der andere Fuß.
    Check which foot the sensor was worn on.
    = Prüfen, an welchem Fuß der Sensor war.

    # Warnings: the history
    ~ The height is {1} m here, but was {2} m before. Are two people stored under one name?
    = Die Größe ist hier {1} m, war aber vorher {2} m. Sind zwei Personen unter einem Namen gespeichert?
    ~ The date {1} is in the future. Correct started_at.
    = Das Datum {1} liegt in der Zukunft. started_at berichtigen.
    ~ It was recorded at the same time as '{1}'. Are two people stored under one name?
    = Sie wurde zur selben Zeit aufgenommen wie '{1}'. Sind zwei Personen unter einem Namen gespeichert?
    ~ Its clock is {1}, but that of an earlier recording is {2}. Each day is the day on the recording's own clock.
    = Ihre Uhr ist {1}, die einer früheren Aufnahme {2}. Jeder Tag ist der Tag nach der Uhr der Aufnahme.
    ~ It stays in session '{1}' of '{2}', where an earlier analysis of it was put by hand.
    = Sie bleibt in Sitzung '{1}' von '{2}'; dorthin wurde eine frühere Analyse von Hand gelegt.

    # Warnings: segments
    ~ {1} has no segments.
    = {1} hat keine Abschnitte.
    ~ 1 segment was read from {1}: {2}.
    = 1 Abschnitt wurde aus {1} gelesen: {2}.
    ~ {1} segments were read from {2}: {3}.
    = {1} Abschnitte wurden aus {2} gelesen: {3}.
    ~ {1} was not used, because --from and --to select the time to measure.
    = {1} wurde nicht verwendet, weil --from und --to die Zeit auswählen.
    ~ {1} were not used. A recording can have only one table of segments. Name the right one {2}, or give it with --segments.
    = {1} wurden nicht verwendet. Eine Aufnahme kann nur eine Tabelle von Abschnitten haben. Die richtige {2} nennen oder mit --segments angeben.
    ~ {1} was not used, because several recordings lie beside it. Name it {2} if it belongs to this recording.
    = {1} wurde nicht verwendet, weil mehrere Aufnahmen daneben liegen. Wenn sie zu dieser Aufnahme gehört, {2} nennen.
    ~ {1} was not used, because {2} takes precedence.
    = {1} wurde nicht verwendet, weil {2} Vorrang hat.
    ~ {1} was not used, and the recording was not cut into segments: {2}.
    = {1} wurde nicht verwendet, und die Aufnahme wurde nicht in Abschnitte geteilt: {2}.
    ~ 1 event in {1} has no label or no duration. It is not a segment.
    = 1 Ereignis in {1} hat keinen Namen oder keine Dauer. Es ist kein Abschnitt.
    ~ {1} events in {2} have no label or no duration. They are not segments.
    = {1} Ereignisse in {2} haben keinen Namen oder keine Dauer. Sie sind keine Abschnitte.
    ~ The label '{1}' appears {2} times in {3}. Its segments are numbered in time order, from '{4}' to '{5}'.
    = Der Name '{1}' kommt in {3} {2}-mal vor. Die Abschnitte sind der Zeit nach nummeriert, von '{4}' bis '{5}'.
    ~ Segment '{1}' ({2} to {3} s) lies outside the recording ({4} to {5} s). It is not measured.
    = Abschnitt '{1}' ({2} bis {3} s) liegt außerhalb der Aufnahme ({4} bis {5} s). Er wird nicht gemessen.
    ~ Segment '{1}' ({2} to {3} s) extends beyond the recording ({4} to {5} s). Only the recorded part is measured.
    = Abschnitt '{1}' ({2} bis {3} s) reicht über die Aufnahme hinaus ({4} bis {5} s). Nur der aufgezeichnete Teil wird gemessen.
    ~ Segment '{1}' ({2} to {3} s) contains no complete stride.
    = Abschnitt '{1}' ({2} bis {3} s) enthält keinen vollständigen Doppelschritt.
    ~ Only the time from {1} to {2} s is evaluated. {3} of {4} strides do not lie fully within it. They are excluded from all tables.
    = Nur die Zeit von {1} bis {2} s wird ausgewertet. {3} von {4} Doppelschritten liegen nicht ganz darin. Sie sind aus allen Tabellen ausgeschlossen.

    # Warnings: signals
    ~ the time stamps give {1} Hz, but {2} Hz is declared.
    = Die Zeitstempel ergeben {1} Hz, angegeben sind {2} Hz.
    RetroGait uses the time stamps.
    = RetroGait verwendet die Zeitstempel.
    ~ the time stamps are arrival times: they come in bursts, up to {1} s late.
    = Die Zeitstempel sind Ankunftszeiten: Sie kommen stoßweise, bis zu {1} s verspätet.
    ~ The samples were spread evenly, at {1} Hz.
    = Die Messwerte wurden gleichmäßig verteilt, mit {1} Hz.
    All times may be late by the shortest delay of a packet, which the stamps do not show.
    = Alle Zeiten können um die kürzeste Verzögerung eines Pakets verspätet sein; die Zeitstempel zeigen sie nicht.
    the time stamps are whole seconds.
    = Die Zeitstempel sind ganze Sekunden.
    Export the time with milliseconds.
    = Die Zeit mit Millisekunden exportieren.
    ~ {1} samples per second are too few to measure a swing well.
    = {1} Messwerte pro Sekunde sind zu wenige, um einen Schwung gut zu messen.
    Record with 50 Hz or more.
    = Mit 50 Hz oder mehr aufnehmen.
    ~ all channels repeat the same value (0) from {1} s to {2} s.
    = Alle Kanäle wiederholen denselben Wert (0) von {1} s bis {2} s.
    ~ all channels repeat the same value from {1} s to {2} s.
    = Alle Kanäle wiederholen denselben Wert von {1} s bis {2} s.
    ~ all channels repeat the same value (0) in {1} places, first at {2} s, {3} s in all.
    = Alle Kanäle wiederholen denselben Wert (0) an {1} Stellen, zuerst bei {2} s, insgesamt {3} s.
    ~ all channels repeat the same value in {1} places, first at {2} s, {3} s in all.
    = Alle Kanäle wiederholen denselben Wert an {1} Stellen, zuerst bei {2} s, insgesamt {3} s.
    ~ {1} repeats the same value (0) from {2} s to {3} s.
    = {1*} wiederholt denselben Wert (0) von {2} s bis {3} s.
    ~ {1} repeats the same value from {2} s to {3} s.
    = {1*} wiederholt denselben Wert von {2} s bis {3} s.
    ~ {1} repeats the same value (0) in {2} places, first at {3} s, {4} s in all.
    = {1*} wiederholt denselben Wert (0) an {2} Stellen, zuerst bei {3} s, insgesamt {4} s.
    ~ {1} repeats the same value in {2} places, first at {3} s, {4} s in all.
    = {1*} wiederholt denselben Wert an {2} Stellen, zuerst bei {3} s, insgesamt {4} s.
    the accelerometer
    = der Beschleunigungssensor
    the gyroscope
    = das Gyroskop
    ~ the accelerometer's {1} axis
    = die {1}-Achse des Beschleunigungssensors
    ~ the gyroscope's {1} axis
    = die {1}-Achse des Gyroskops
    Nothing was measured there.
    = Dort wurde nichts gemessen.
    These samples are treated as missing.
    = Diese Messwerte gelten als fehlend.
    ~ the gyroscope shows at most {1} °/s while the accelerometer shows movement.
    = Das Gyroskop zeigt höchstens {1} °/s, während der Beschleunigungssensor Bewegung zeigt.
    Its values may be in rad/s but declared as °/s, or from another sensor, such as a magnetometer.
    = Seine Werte sind vielleicht in rad/s, aber als °/s angegeben, oder von einem anderen Sensor wie einem Magnetometer.
    ~ the sensor turns faster than {1} °/s in one sample of twenty.
    = Der Sensor dreht sich in einem von zwanzig Messwerten schneller als {1} °/s.
    Feet turn this fast; the trunk does not.
    = Füße drehen sich so schnell, der Rumpf nicht.
    Check where it was worn, and whether files were exchanged.
    = Prüfen, wo er getragen wurde und ob Dateien vertauscht wurden.
    ~ the accelerometer measures gravity as {1} m/s² instead of 9.81 m/s² ({2} %).
    = Der Beschleunigungssensor misst die Schwerkraft mit {1} m/s² statt 9,81 m/s² ({2} %).
    Its scale is wrong, and lengths are wrong in proportion.
    = Seine Skala ist falsch, und Längen sind im selben Verhältnis falsch.
    Calibrate the sensor, or check the unit of its values.
    = Den Sensor kalibrieren oder die Einheit seiner Werte prüfen.
    ~ gyroscope and accelerometer contradict each other: the gyroscope does not turn with gravity in the accelerometer (misfit {1} m/s²).
    = Gyroskop und Beschleunigungssensor widersprechen sich: Das Gyroskop dreht sich nicht mit der Schwerkraft im Beschleunigungssensor (Abweichung {1} m/s²).
    No change of axes, signs or units explains it.
    = Kein Tausch von Achsen, Vorzeichen oder Einheiten erklärt es.
    Directions, lengths and angles of this sensor are unreliable.
    = Richtungen, Längen und Winkel dieses Sensors sind unzuverlässig.
    The sampling rate is too low to follow how the sensor turned.
    = Die Abtastrate ist zu niedrig, um der Drehung des Sensors zu folgen.
    Check the export, and check whether the sensor is damaged or reached the end of its range.
    = Den Export prüfen, und prüfen, ob der Sensor beschädigt ist oder das Ende seines Messbereichs erreichte.
    ~ They agree (misfit {1} m/s²) if the gyroscope is multiplied by 57.3, as if rad/s were declared as °/s.
    = Sie stimmen überein (Abweichung {1} m/s²), wenn das Gyroskop mit 57,3 multipliziert wird, als wäre rad/s als °/s angegeben.
    ~ They agree (misfit {1} m/s²) if the gyroscope is divided by 57.3, as if °/s were declared as rad/s.
    = Sie stimmen überein (Abweichung {1} m/s²), wenn das Gyroskop durch 57,3 geteilt wird, als wäre °/s als rad/s angegeben.
    RetroGait corrected nothing; --map can.
    = RetroGait hat nichts korrigiert; mit --map ist es möglich.
    ~ They agree (misfit {1} m/s²) if the gyroscope turns {2} times as much.
    = Sie stimmen überein (Abweichung {1} m/s²), wenn sich das Gyroskop {2}-mal so viel dreht.
    ~ Either the sampling rate is {1} Hz instead of {2} Hz, or the scale of the gyroscope is wrong.
    = Entweder ist die Abtastrate {1} Hz statt {2} Hz, oder die Skala des Gyroskops ist falsch.
    Lengths and times are unreliable.
    = Längen und Zeiten sind unzuverlässig.
    Check the rate or the unit of the time.
    = Die Rate oder die Einheit der Zeit prüfen.
    ~ They agree (misfit {1} m/s²) if {2}.
    = Sie stimmen überein (Abweichung {1} m/s²), wenn Folgendes gilt: {2*}.
    RetroGait corrected nothing.
    = RetroGait hat nichts korrigiert.
    ~ Check the export, or give the columns in this order and with these signs in --map: {1}.
    = Den Export prüfen, oder die Spalten in --map in dieser Reihenfolge und mit diesen Vorzeichen angeben: {1}.
    all three signs of the gyroscope are inverted, as in a left-handed frame
    = alle drei Vorzeichen des Gyroskops sind umgekehrt, wie in einem linkshändigen System
    ~ the sign of the gyroscope's {1} axis is inverted, as in a mirrored (left-handed) frame
    = das Vorzeichen der {1}-Achse des Gyroskops ist umgekehrt, wie in einem gespiegelten (linkshändigen) System
    ~ the sign of the accelerometer's {1} axis is inverted, or the signs of the gyroscope's other two axes
    = das Vorzeichen der {1}-Achse des Beschleunigungssensors ist umgekehrt, oder die Vorzeichen der beiden anderen Achsen des Gyroskops
    ~ the gyroscope's {1} and {2} axes are exchanged
    = die {1}- und die {2}-Achse des Gyroskops sind vertauscht
    ~ the accelerometer's {1} and {2} axes are exchanged
    = die {1}- und die {2}-Achse des Beschleunigungssensors sind vertauscht
    ~ the gyroscope's axes are {1} in place of x,y,z, as in a mirrored (left-handed) frame
    = die Achsen des Gyroskops sind {1} statt x,y,z, wie in einem gespiegelten (linkshändigen) System
    ~ the gyroscope's axes are {1} in place of x,y,z
    = die Achsen des Gyroskops sind {1} statt x,y,z

    # Warnings: tables
    ~ the counter in column {1} skips {2} samples in {3} places.
    = Der Zähler in Spalte {1} überspringt {2} Messwerte an {3} Stellen.
    ~ These samples were lost and are treated as gaps at {1} Hz.
    = Diese Messwerte gingen verloren und gelten als Lücken bei {1} Hz.
    ~ In --map, replace rate={1} with time={2}.
    = In --map rate={1*} durch time={2} ersetzen.
    ~ the table also holds {1}.
    = Die Tabelle enthält auch {1}.
    RetroGait did not use them, because their placement is unknown.
    = RetroGait hat sie nicht verwendet, weil unbekannt ist, wo sie getragen wurden.
    ~ rows with {1} in column {2} were not used, because their placement is unknown.
    = Zeilen mit {1} in Spalte {2} wurden nicht verwendet, weil unbekannt ist, wo der Sensor getragen wurde.
    the experiment was paused once.
    = Das Experiment wurde einmal angehalten.
    ~ the experiment was paused {1} times.
    = Das Experiment wurde {1}-mal angehalten.
    Its clock stopped during each pause.
    = Seine Uhr stand in jeder Pause still.
    ~ the given rate is {1} Hz, but the column '{2}' has {3} samples per second. If the column is right, lengths and speeds are wrong. Give {4} in place of the rate, or correct the rate.
    = Die angegebene Rate ist {1} Hz, aber die Spalte '{2}' hat {3} Messwerte pro Sekunde. Wenn die Spalte stimmt, sind Längen und Geschwindigkeiten falsch. {4} anstelle der Rate angeben oder die Rate berichtigen.

    # Warnings: the trunk
    no walking was found.
    = Es wurde kein Gehen gefunden.
    ~ {1} steps look like walking, but the trunk did not repeat its movement from stride to stride.
    = {1} Schritte sehen wie Gehen aus, aber der Rumpf wiederholte seine Bewegung nicht von Doppelschritt zu Doppelschritt.
    ~ Only their times are given ({1}).
    = Nur ihre Zeiten sind angegeben ({1}).
    ~ {1} of {2} strides look like steps on stairs: the trunk hardly slows down and speeds up.
    = {1} von {2} Doppelschritten sehen wie Schritte auf einer Treppe aus: Der Rumpf wird kaum langsamer und schneller.
    Their directions and lengths are uncertain.
    = Ihre Richtungen und Längen sind unsicher.
    ~ {1} of {2} strides have no length.
    = {1} von {2} Doppelschritten haben keine Länge.
    In these strides the trunk did not move as in walking (turning on the spot, shuffling, running).
    = In diesen Doppelschritten bewegte sich der Rumpf nicht wie beim Gehen (Drehen auf der Stelle, Schlurfen, Laufen).
    ~ the front was declared to be {1}, but the trunk moves as if the front were the opposite.
    = Vorn ist als {1} angegeben, aber der Rumpf bewegt sich, als wäre vorn auf der Gegenseite.
    Check the declaration.
    = Die Angabe prüfen.
    Or the sensor was at the front of the waist and the person walked backward.
    = Oder der Sensor war vorn an der Taille und die Person ging rückwärts.
    Check the declaration, or name the sensor waist_front.
    = Die Angabe prüfen oder den Sensor waist_front nennen.
    the sensor moves like one at the front of the waist.
    = Der Sensor bewegt sich wie einer vorn an der Taille.
    If it was worn there, name it waist_front.
    = Wenn er dort getragen wurde, ihn waist_front nennen.
    two readings fit: worn on the back and walking backward, or worn at the front of the waist and walking forward.
    = Zwei Deutungen passen: am Rücken getragen und rückwärts gegangen, oder vorn an der Taille getragen und vorwärts gegangen.
    Directions are only relative to each other.
    = Richtungen gelten nur im Verhältnis zueinander.
    Name it waist_front, or declare the front.
    = Ihn waist_front nennen oder angeben, wo vorn ist.
    It is the sensor axis that points to the wearer's front: --front, or front in recording.json.
    = Vorn ist die Sensorachse, die nach vorn zeigt: --front, oder front in recording.json.
    it is uncertain whether the person walks forward or sideways, because the trunk moves differently in left and right steps.
    = Es ist unsicher, ob die Person vorwärts oder seitwärts geht, weil sich der Rumpf in linken und rechten Schritten verschieden bewegt.
    Declare the front.
    = Angeben, wo vorn ist.
    the front of the trunk is uncertain.
    = Es ist unsicher, wo am Rumpf vorn ist.
    Directions are only relative to each other: forward may be backward throughout.
    = Richtungen gelten nur im Verhältnis zueinander: Vorwärts kann durchgehend rückwärts sein.
    stride lengths are the belt speed multiplied by the stride duration.
    = Doppelschrittlängen sind Bandgeschwindigkeit mal Doppelschrittdauer.
    the belt speed was not used, because it would make strides far longer than the motion of the trunk allows.
    = Die Bandgeschwindigkeit wurde nicht verwendet, weil Doppelschritte damit weit länger wären, als die Bewegung des Rumpfes zulässt.
    Check that belt_speed_m_s is in meters per second.
    = Prüfen, ob belt_speed_m_s in Metern pro Sekunde ist.
    stride lengths are estimated from the motion of the trunk and the person's height.
    = Doppelschrittlängen sind aus der Bewegung des Rumpfes und der Größe der Person geschätzt.
    Stride lengths are estimated from the motion of the trunk and the person's height.
    = Doppelschrittlängen sind aus der Bewegung des Rumpfes und der Größe der Person geschätzt.
    stride lengths are estimated from the motion of the trunk, without the person's height (height_m in recording.json).
    = Doppelschrittlängen sind aus der Bewegung des Rumpfes geschätzt, ohne die Größe der Person (height_m in recording.json).
    Stride lengths are estimated from the motion of the trunk, without the person's height (height_m in recording.json).
    = Doppelschrittlängen sind aus der Bewegung des Rumpfes geschätzt, ohne die Größe der Person (height_m in recording.json).
    stride lengths are estimated from the motion of the trunk.
    = Doppelschrittlängen sind aus der Bewegung des Rumpfes geschätzt.
    ~ They were multiplied by {1} so that the steps cover the {2} m of walked_m.
    = Sie wurden mit {1} multipliziert, damit die Schritte die {2} m von walked_m abdecken.
    ~ the {1} m of walked_m were not used, because the steps found cannot cover that distance.
    = Die {1} m von walked_m wurden nicht verwendet, weil die gefundenen Schritte diese Strecke nicht abdecken können.
    Check that the recording holds the whole walk and no other.
    = Prüfen, ob die Aufnahme den ganzen Weg und keinen anderen enthält.
    Expect the mean of a person to be off by 12 %, and twice that in backward walking, where calibration rests on three people.
    = Der Mittelwert einer Person weicht erwartungsgemäß um 12 % ab, beim Rückwärtsgehen um das Doppelte; dort beruht die Kalibrierung auf drei Personen.
    The columns length_low_m and length_high_m hold 95 % intervals.
    = Die Spalten length_low_m und length_high_m enthalten 95-%-Intervalle.
    A known distance (walked_m in recording.json) or belt_speed_m_s makes lengths exact.
    = Eine bekannte Strecke (walked_m in recording.json) oder belt_speed_m_s macht Längen genau.

    # Warnings: the walk
    ~ The feet disagree on the direction of walking in {1} of {2} strides.
    = Die Füße widersprechen sich in {1} von {2} Doppelschritten über die Gehrichtung.
    One sensor may be turned around or worn on the other foot.
    = Ein Sensor ist vielleicht umgedreht oder am anderen Fuß getragen.
    ~ Both feet swing at the same time for {1} % of their swings, which does not happen in walking.
    = Beide Füße schwingen in {1} % ihrer Schwünge gleichzeitig; das kommt beim Gehen nicht vor.
    Either both sensors were worn on one foot, or their clocks do not agree.
    = Entweder waren beide Sensoren an einem Fuß, oder ihre Uhren stimmen nicht überein.
    The clocks of the two sensors do not agree.
    = Die Uhren der beiden Sensoren stimmen nicht überein.
    Double support is not given.
    = Der Doppelstand wird nicht angegeben.
    The feet move as if left and right were exchanged.
    = Die Füße bewegen sich, als wären links und rechts vertauscht.
    Check which sensor was worn on which foot.
    = Prüfen, welcher Sensor an welchem Fuß war.
    ~ The feet and the lower back disagree on the direction of walking in {1} of {2} strides.
    = Füße und unterer Rücken widersprechen sich in {1} von {2} Doppelschritten über die Gehrichtung.
    RetroGait uses the feet.
    = RetroGait verwendet die Füße.
    Check how the sensor on the back was worn.
    = Prüfen, wie der Sensor am Rücken getragen wurde.
    ~ The feet show {1} strides of walking, and the lower back shows {2}.
    = Die Füße zeigen {1} Doppelschritte, der untere Rücken {2}.
    Check that both belong to the same walk.
    = Prüfen, ob beide zum selben Weg gehören.
    ~ The given belt speed is {1} m/s, but the feet move at {2} m/s.
    = Die angegebene Bandgeschwindigkeit ist {1} m/s, aber die Füße bewegen sich mit {2} m/s.
    Check belt_speed_m_s and its unit.
    = belt_speed_m_s und seine Einheit prüfen.
    ~ The given distance is {1} m, but the feet walked {2} m.
    = Die angegebene Strecke ist {1} m, aber die Füße gingen {2} m.
    Check walked_m and its unit, and that all of the walk was recorded.
    = walked_m und seine Einheit prüfen, und ob der ganze Weg aufgezeichnet wurde.
    ~ Forward strides are about {1} m long, too long for a walking person of {2} m.
    = Doppelschritte vorwärts sind etwa {1} m lang, zu lang für eine gehende Person von {2} m.
    Check height_m, the sampling rate and the units.
    = height_m, die Abtastrate und die Einheiten prüfen.
    not used, because the sensor on the lower back is used.
    = nicht verwendet, weil der Sensor am unteren Rücken verwendet wird.
    RetroGait does not analyze sensors on the shank yet.
    = RetroGait analysiert Sensoren am Unterschenkel noch nicht.

    # Warnings: single damaged samples
    ~ {1} jumps for a single sample and comes back at once at {2} s.
    = {1*} springt für einen einzelnen Messwert und kehrt sofort zurück, bei {2} s.
    ~ {1} jumps for a single sample and comes back at once in {2} places, first at {3} s.
    = {1*} springt für einen einzelnen Messwert und kehrt sofort zurück, an {2} Stellen, zuerst bei {3} s.
    No movement does so.
    = Keine Bewegung tut das.
    These samples are damaged and treated as missing.
    = Diese Messwerte sind beschädigt und gelten als fehlend.
    """#)
}
