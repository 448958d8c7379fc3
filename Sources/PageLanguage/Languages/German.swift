extension Language {
  /// German.
  public static let german = Language(
    code: "de", ownName: "Deutsch", catalog: germanCatalog, keepsCapitals: true, date: "{3}.{2}.{1}",
    dayOfYear: "{3}.{2}.", decimalMark: ",")

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
    every stride was left out of the means, each with its reason
    = alle Doppelschritte sind von den Mittelwerten ausgenommen, jeder mit Grund
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

    # Viewer: frame, messages, language
    Skip to content
    = Zum Inhalt
    Pages
    = Seiten
    Add recordings
    = Aufnahmen hinzufügen
    Where you are
    = Wo Sie sind
    RetroGait {1} is research software, not a medical device.
    = RetroGait {1} ist Forschungssoftware, kein Medizinprodukt.
    {1}: values
    = {1}: Werte
    Language and units
    = Sprache und Einheiten
    Language
    = Sprache
    Speeds
    = Geschwindigkeiten
    Lengths of strides
    = Doppelschrittlängen
    Save
    = Speichern
    The pages show speeds in {1} and lengths of strides in {2}. This browser remembers the choice. A report that you download has the same language and units.
    = Die Seiten zeigen Geschwindigkeiten in {1} und Doppelschrittlängen in {2}. Dieser Browser merkt sich die Wahl. Ein Bericht, den Sie herunterladen, hat dieselbe Sprache und dieselben Einheiten.
    Tables and files for other programs are in English and keep m/s and m. The list of changes keeps the units in which a value was written.
    = Tabellen und Dateien für andere Programme sind englisch und behalten m/s und m. Die Liste der Änderungen behält die Einheiten, in denen ein Wert geschrieben wurde.
    Refused
    = Abgelehnt
    This viewer answers GET, HEAD and POST only.
    = Dieses Programm beantwortet nur GET, HEAD und POST.
    The address is too long.
    = Die Adresse ist zu lang.
    The request names another computer. Open the address that 'retrogait serve' printed.
    = Die Anfrage nennt einen anderen Computer. Öffnen Sie die Adresse, die 'retrogait serve' ausgegeben hat.
    Open the whole address that 'retrogait serve' printed, with its token.
    = Öffnen Sie die vollständige Adresse, die 'retrogait serve' ausgegeben hat, mit ihrem Zugangsschlüssel.
    The request came from another page. Load the page again.
    = Die Anfrage kam von einer anderen Seite. Laden Sie die Seite neu.
    The request has no length. Load the page again.
    = Die Anfrage hat keine Länge. Laden Sie die Seite neu.
    The upload is longer than {1} MB.
    = Was Sie hochladen, ist größer als {1} MB.
    Not written
    = Nicht gespeichert
    Not found
    = Nicht gefunden
    There is no page at this address.
    = Unter dieser Adresse gibt es keine Seite.
    Not exported
    = Nicht exportiert
    The results could not be encoded; this is a defect, please report it.
    = Die Ergebnisse ließen sich nicht in eine Datei schreiben. Das ist ein Fehler des Programms; bitte melden Sie ihn.
    This address takes another method.
    = Diese Adresse verlangt eine andere Methode.
    Busy
    = Beschäftigt
    The store cannot be read
    = Die Datenbank kann nicht gelesen werden
    ~ found no {1} '{2}' in the store; expected one of {3} and {4} more
    = In der Datenbank nicht gefunden: {1*} „{2}“. Bekannt sind {3} und {4} weitere.
    ~ found no {1} '{2}' in the store; expected one of {3}
    = In der Datenbank nicht gefunden: {1*} „{2}“. Bekannt: {3}.
    ~ found no {1} '{2}' in the store; expected one that was added before; the store is empty, add with 'retrogait history add'
    = In der Datenbank nicht gefunden: {1*} „{2}“. Nichts wurde hinzugefügt; 'retrogait history add' fügt hinzu.
    ~ {1}: found it locked by another process for more than {2} s; expected it to be free; try again when the other process has ended
    = {1}: seit mehr als {2} s von einem anderen Programm gesperrt. Versuchen Sie es noch einmal, wenn das andere Programm beendet ist.
    ~ {1}: cannot be read ({2}); check that the file is there and yours to read
    = {1}: nicht lesbar ({2*}). Prüfen Sie, ob die Datei da ist und Sie sie lesen dürfen.
    ~ {1}: cannot be written ({2}); nothing was changed; check the space on its disk and that the file and its folder are yours to write
    = {1}: nicht beschreibbar ({2*}). Nichts wurde geändert. Prüfen Sie den Platz auf dem Datenträger und ob Sie die Datei und ihren Ordner schreiben dürfen.
    ~ {1}: found {2} contradictions, the first: {3}; restore a backup
    = {1}: {2} Widersprüche gefunden, der erste: {3*}. Stellen Sie eine Sicherung wieder her.

    # Viewer: list of people
    Removed ({1})
    = Entfernt ({1})
    No person in the store matches.
    = Keine Person in der Datenbank passt dazu.
    Show everybody
    = Alle zeigen
    The store is empty. {1}, or use {2}.
    = Die Datenbank ist leer. {1} oder {2} verwenden.
    Group
    = Gruppe
    all
    = alle
    Name or group
    = Name oder Gruppe
    Order
    = Reihenfolge
    Show
    = Zeigen
    name
    = Name
    latest session first
    = neueste Sitzung zuerst
    slowed most first
    = stärkste Verlangsamung zuerst
    needs a look first
    = nötige Prüfung zuerst
    Person
    = Person
    Sessions
    = Sitzungen
    Latest
    = Zuletzt
    Backward speed
    = Geschwindigkeit rückwärts
    Change of backward speed
    = Änderung der Geschwindigkeit rückwärts
    Needs a look
    = Prüfung nötig
    A person needs a look if the latest session is below the band of the own first sessions, or if backward walking became slower. So does one whose latest session has no stride that counts. The reason may be a bad day or a sensor.
    = Eine Prüfung ist nötig, wenn die letzte Sitzung unter dem Band der eigenen ersten Sitzungen liegt oder das Rückwärtsgehen langsamer wurde. Ebenso, wenn die letzte Sitzung keinen gezählten Doppelschritt hat. Der Grund kann ein schwieriger Tag oder ein Sensor sein.
    no backward walking
    = kein Rückwärtsgehen
    Backward speed in {1 session|sessions}: first {2}, latest {3}
    = Geschwindigkeit rückwärts in {1 Sitzung|Sitzungen}: zuerst {2}, zuletzt {3}
    {1} to {2} of {3}
    = {1} bis {2} von {3}
    previous
    = zurück
    next
    = weiter
    run-in only
    = nur Eingewöhnung
    below own band
    = unter dem eigenen Band
    band from {1}
    = Band ab {1}
    nothing measured
    = nichts gemessen
    in session {1}
    = in Sitzung {1}

    # Viewer: a person
    No session.
    = Keine Sitzung.
    Course
    = Verlauf
    Affected side
    = Betroffene Seite
    Sex
    = Geschlecht
    female
    = weiblich
    male
    = männlich
    Year of birth
    = Geburtsjahr
    Plan
    = Plan
    Notes
    = Notizen
    Edit
    = Bearbeiten
    Changes
    = Änderungen
    Walking under different conditions is not compared. Shown:
    = Gehen unter verschiedenen Bedingungen wird nicht verglichen. Gezeigt:
    Pain
    = Schmerz
    Compare
    = Vergleichen
    Compare A and B
    = A und B vergleichen
    {1} as
    = {1} als
    Means with their 95 % CI.
    = Mittelwerte mit 95-%-KI.
    Forward walking compared with the backward walking recorded before. Both change with time; this does not show a cause:
    = Vorwärtsgehen im Vergleich mit dem zuvor aufgezeichneten Rückwärtsgehen. Beide ändern sich mit der Zeit; eine Ursache zeigt das nicht:
    Forward, {1}: {2} over {3} min of recorded backward walking
    = Vorwärts, {1}: {2} über {3} min aufgezeichnetes Rückwärtsgehen
    Sessions that are not compared ({1})
    = Sitzungen, die nicht verglichen werden ({1})
    other conditions: {1}
    = andere Bedingungen: {1}
    Export
    = Export
    Report (HTML)
    = Bericht (HTML)
    One page for the file
    = Eine Seite für die Akte
    For the patient
    = Für die Patientin oder den Patienten
    All strides (CSV)
    = Alle Doppelschritte (CSV)
    Sessions (CSV)
    = Sitzungen (CSV)
    Means (CSV)
    = Mittelwerte (CSV)
    Everything (JSON)
    = Alles (JSON)

    # Viewer: two sessions
    {1} and {2}
    = {1} und {2}
    {1} and {2} of {3}
    = {1} und {2} von {3}
    and
    = und
    Comparison
    = Vergleich
    Comparison, {1}
    = Vergleich, {1}
    The two sessions cannot be compared: in {1} the conditions were {2}, in {3} {4}.
    = Die beiden Sitzungen lassen sich nicht vergleichen. Bedingungen in {1}: {2}; in {3}: {4}.
    not known
    = nicht bekannt
    {1} is one of the first sessions, a run-in in which people learn the task. A change since then may be learning.
    = {1} ist eine der ersten Sitzungen, eine Eingewöhnung, in der man die Aufgabe lernt. Eine Änderung seither kann Lernen sein.
    Means with their 95 % CI. The interval of a difference covers how strides vary within the two sessions, not how a person varies from day to day. The smallest detectable change covers that: two sessions of a person who does not change differ by less than it in 95 of 100 pairs. It is borrowed from studies if the person’s own sessions are too few.
    = Mittelwerte mit 95-%-KI. Das Intervall einer Differenz erfasst, wie Doppelschritte innerhalb der beiden Sitzungen schwanken, nicht, wie eine Person von Tag zu Tag schwankt. Das erfasst die kleinste nachweisbare Änderung: Zwei Sitzungen einer Person, die sich nicht ändert, unterscheiden sich in 95 von 100 Paaren um weniger. Sie stammt aus Studien, wenn die Person zu wenige eigene Sitzungen hat.
    Difference
    = Differenz
    What it means
    = Bedeutung
    Smallest detectable
    = Kleinste nachweisbare
    {1}: {2} and {3} strides
    = {1}: {2} und {3} Doppelschritte

    # Viewer: a session and its recordings
    {1 recording|recordings}, {2}
    = {1 Aufnahme|Aufnahmen}, {2}
    Recording {1}
    = Aufnahme {1}
    Recordings
    = Aufnahmen
    Warnings
    = Warnungen
    Minutes
    = Minuten
    Strides of this session (CSV)
    = Doppelschritte dieser Sitzung (CSV)
    belt {1}
    = Bandgeschwindigkeit {1}
    {1}, {2} min recorded, {3 stride|strides}
    = {1}, {2} min aufgezeichnet, {3 Doppelschritt|Doppelschritte}
    not measured: {1}
    = nicht gemessen: {1}
    First contact
    = Erster Kontakt
    Foot
    = Fuß
    heel
    = Ferse
    toe
    = Zehen
    Backward and forward
    = Rückwärts und vorwärts
    Replay of both feet:
    = Wiedergabe beider Füße:
    This recording has no stride with that number.
    = Diese Aufnahme hat keinen Doppelschritt mit dieser Nummer.
    No stride was found.
    = Kein Doppelschritt wurde gefunden.
    List the {1 stride|strides} of this recording
    = {1 Doppelschritt|Doppelschritte} dieser Aufnahme auflisten
    Page {1} of {2}, {3} strides
    = Seite {1} von {2}, {3} Doppelschritte
    Quality
    = Qualität
    No warnings, and no strides excluded.
    = Keine Warnungen und keine ausgeschlossenen Doppelschritte.
    Sensor
    = Sensor
    Samples
    = Messwerte
    Gaps
    = Lücken
    Clipped samples
    = Abgeschnittene Messwerte
    Sure of its front, %
    = Sicherheit, wo vorn ist, %
    Analyzed by {1} {2}.
    = Analysiert mit {1} {2}.
    Initial contact
    = Erstkontakt
    Initial contact before
    = Erstkontakt davor
    Final contact
    = Letzter Kontakt
    Excluded because
    = Ausschlussgrund
    Not in means because
    = Nicht in Mittelwerten, Grund
    in place
    = auf der Stelle
    no foot flat
    = Fuß nicht in Ruhe
    clipped
    = Messbereich erreicht
    missing samples
    = Messwerte fehlen
    implausible
    = unplausibel
    irregular
    = unregelmäßig
    not valid
    = ungültig
    unsure direction
    = Richtung unsicher
    turning
    = Drehung
    beside turn
    = neben einer Drehung
    starting
    = Anfang des Weges
    stopping
    = Ende des Weges
    beside other direction
    = neben anderer Richtung

    # Viewer: one stride
    Stride {1} of the left foot
    = Doppelschritt {1} des linken Fußes
    Stride {1} of the right foot
    = Doppelschritt {1} des rechten Fußes
    This stride
    = Dieser Doppelschritt
    Mean of {1} strides
    = Mittelwert der Doppelschritte {1}
    Mean of such strides
    = Mittelwert solcher Doppelschritte
    previous stride
    = voriger Doppelschritt
    next stride
    = nächster Doppelschritt
    close
    = schließen
    direction not measurable
    = Richtung nicht messbar
    {1} ({2} % sure)
    = {1} ({2} % sicher)
    toe first
    = Zehen zuerst
    flat first
    = flach aufgesetzt
    excluded from all means: {1}
    = aus allen Mittelwerten ausgeschlossen: {1}
    Measured by {1} of the recording {2}.
    = Gemessen aus {1} der Aufnahme {2}.
    For a recording this long, only the curves of the first strides are kept.
    = Von einer so langen Aufnahme werden nur die Kurven der ersten Doppelschritte aufbewahrt.
    No curves were kept with this session; add it again to see them: {1}, then {2}.
    = Zu dieser Sitzung wurden keine Kurven aufbewahrt. Fügen Sie die Sitzung noch einmal hinzu, um sie zu sehen: {1}, dann {2}.
    {1}, s of the recording
    = {1}, s der Aufnahme
    s of the recording
    = s der Aufnahme
    Leaving the ground
    = Abheben vom Boden
    Feet in the air
    = Füße in der Luft
    s of the recording; this stride is framed
    = s der Aufnahme; dieser Doppelschritt umrahmt
    The left foot leaves the ground at {1} s and touches it again at {2} s.
    = Der linke Fuß verlässt den Boden bei {1} s und berührt ihn wieder bei {2} s.
    The right foot leaves the ground at {1} s and touches it again at {2} s.
    = Der rechte Fuß verlässt den Boden bei {1} s und berührt ihn wieder bei {2} s.
    The sole at {1}° to the ground, {2}; toes to the right.
    = Die Sohle im Winkel von {1}° zum Boden, {2}; Zehen nach rechts.
    IC is an initial contact, FC the final contact
    = IC ist ein Erstkontakt, FC der letzte Kontakt
    shaded is the foot flat on the ground
    = schattiert ist die Zeit, in der der Fuß flach am Boden steht
    pale is the mean of the {1} strides of this foot
    = blass ist der Mittelwert der Doppelschritte {1} dieses Fußes
    accelerations are those of the sensor, without gravity, along the foot and upward
    = Beschleunigungen sind die des Sensors, ohne Schwerkraft, entlang des Fußes und nach oben
    accelerations are those of the trunk along its own axes, less their mean over the stride
    = Beschleunigungen sind die des Rumpfes entlang seiner eigenen Achsen, abzüglich ihres Mittelwerts über den Doppelschritt
    Acceleration forward
    = Beschleunigung nach vorn
    Acceleration upward
    = Beschleunigung nach oben
    Acceleration to the left
    = Beschleunigung nach links
    Pitch rate
    = Neigungsrate
    °/s, toes rising positive
    = °/s, steigende Zehen positiv
    {1} over the stride: {2}. The values stand in the table below the figures.
    = {1} über den Doppelschritt: {2}. Die Werte stehen in der Tabelle unter den Bildern.
    Path from the side
    = Bahn von der Seite
    height of the sensor, cm
    = Höhe des Sensors, cm
    {1} along the foot, toes to the right
    = {1} entlang des Fußes, Zehen nach rechts
    The foot's sensor rises {1} cm and moves {2} along the foot.
    = Der Sensor am Fuß steigt um {1} cm und bewegt sich {2} entlang des Fußes.
    The foot's sensor rises {1} cm and moves {2} along the foot; beside it the mean.
    = Der Sensor am Fuß steigt um {1} cm und bewegt sich {2} entlang des Fußes; daneben der Mittelwert.
    Foot pitch
    = Fußneigung
    The foot's pitch over the swing: {1}°.
    = Die Neigung des Fußes über den Schwung: {1}°.
    Values of the signals
    = Werte der Signale
    Values of the path
    = Werte der Bahn
    Along the foot, {1}
    = Entlang des Fußes, {1}
    Height, cm
    = Höhe, cm
    Foot pitch, ° (toes up positive)
    = Fußneigung, ° (Zehen oben positiv)

    # Viewer: the replay
    Replay
    = Wiedergabe
    Feet from the side
    = Füße von der Seite
    Feet from above
    = Füße von oben
    toes to the right
    = Zehen nach rechts
    no path is known
    = keine Bahn bekannt
    Stride {1} of the left foot, from final contact at {2} s to initial contact at {3} s.
    = Doppelschritt {1} des linken Fußes, vom letzten Kontakt bei {2} s bis zum Erstkontakt bei {3} s.
    Stride {1} of the right foot, from final contact at {2} s to initial contact at {3} s.
    = Doppelschritt {1} des rechten Fußes, vom letzten Kontakt bei {2} s bis zum Erstkontakt bei {3} s.
    Play
    = Abspielen
    Pause
    = Anhalten
    Previous contact
    = Voriger Kontakt
    Next contact
    = Nächster Kontakt
    {1} ms back
    = {1} ms zurück
    {1} ms on
    = {1} ms weiter
    Speed
    = Tempo
    full
    = voll
    half
    = halb
    a quarter
    = ein Viertel
    Time
    = Zeit
    The pictures move only in a browser that runs scripts.
    = Die Bilder bewegen sich nur in einem Browser, der Skripte ausführt.
    FC is the final contact, IC the initial contact; outlines show the foot at both.
    = FC ist der letzte Kontakt, IC der Erstkontakt; Umrisse zeigen den Fuß bei beiden.
    Each foot is drawn on a ground of its own, which passes at the speed of its stride, as on a treadmill.
    = Jeder Fuß ist auf einem eigenen Boden gezeichnet, der wie auf einem Laufband mit der Geschwindigkeit seines Doppelschritts vorbeizieht.
    How far apart the feet are is not measured. Their sideways paths are not kept, and turns are not drawn.
    = Wie weit die Füße voneinander entfernt sind, wird nicht gemessen. Ihre seitlichen Bahnen werden nicht aufbewahrt, und Drehungen sind nicht gezeichnet.
    All feet are drawn equally large, with the sensor on the instep.
    = Alle Füße sind gleich groß gezeichnet, mit dem Sensor auf dem Spann.
    The replay holds the {1} strides around this one; the bout has {2}.
    = Die Wiedergabe umfasst die {1} Doppelschritte um diesen herum; die Gehstrecke hat {2}.
    {1} s: {2}; {3}.
    = {1} s: {2}; {3}.
    left foot not known
    = linker Fuß nicht bekannt
    left foot on the ground
    = linker Fuß am Boden
    left foot on the ground, path not known
    = linker Fuß am Boden, Bahn nicht bekannt
    left foot in the air, stride {1}
    = linker Fuß in der Luft, Doppelschritt {1}
    left foot in the air, stride {1}, path not known
    = linker Fuß in der Luft, Doppelschritt {1}, Bahn nicht bekannt
    right foot not known
    = rechter Fuß nicht bekannt
    right foot on the ground
    = rechter Fuß am Boden
    right foot on the ground, path not known
    = rechter Fuß am Boden, Bahn nicht bekannt
    right foot in the air, stride {1}
    = rechter Fuß in der Luft, Doppelschritt {1}
    right foot in the air, stride {1}, path not known
    = rechter Fuß in der Luft, Doppelschritt {1}, Bahn nicht bekannt
    # Viewer: corrections
    Edit {1}
    = {1} bearbeiten
    Edit {1} of {2}
    = {1} von {2} bearbeiten
    Name
    = Name
    Sex, for reference values
    = Geschlecht, für Referenzwerte
    not stated
    = nicht angegeben
    A former name stays in the list of changes until the person is erased.
    = Ein früherer Name bleibt in der Liste der Änderungen, bis die Person gelöscht wird.
    Remove
    = Entfernen
    Remove {1}
    = {1} entfernen
    A removed person counts nowhere, and can be restored with all sessions.
    = Eine entfernte Person zählt nirgends und kann mit allen Sitzungen wiederhergestellt werden.
    Walking aid
    = Hilfsmittel
    Pain, 0 to 10
    = Schmerz, 0 bis 10
    Another person's name moves the session there. A new name makes a new person.
    = Mit dem Namen einer anderen Person wird die Sitzung dorthin verschoben. Ein neuer Name legt eine neue Person an.
    Height, belt speed and the sensors' sides are part of the analysis. To correct them, remove the recording and add its files again. A new incline takes the energy estimates away, which rest on it.
    = Körpergröße, Bandgeschwindigkeit und die Seiten der Sensoren gehören zur Analyse. Um sie zu berichtigen, entfernen Sie die Aufnahme und fügen ihre Dateien noch einmal hinzu. Bei einer neuen Steigung entfallen die Energieschätzungen, die auf ihr beruhen.
    Recording {1}, {2 stride|strides}
    = Aufnahme {1}, {2 Doppelschritt|Doppelschritte}
    Day
    = Tag
    Surface
    = Untergrund
    {1}, part of the analysis
    = {1}, Teil der Analyse
    Incline in percent, uphill positive
    = Steigung in Prozent, bergauf positiv
    Remove session {1}
    = Sitzung {1} entfernen
    Remove recording {1}
    = Aufnahme {1} entfernen
    What is removed counts nowhere, and can be restored.
    = Was entfernt ist, zählt nirgends und kann wiederhergestellt werden.
    Move a recording
    = Eine Aufnahme verschieben
    Move recording
    = Aufnahme verschieben
    To session
    = In Sitzung
    Of person
    = Von Person
    The recording goes to another session of this person or of another one. A new name makes a new session, with this session's walking aid.
    = Die Aufnahme kommt in eine andere Sitzung dieser oder einer anderen Person. Ein neuer Name legt eine neue Sitzung an, mit dem Hilfsmittel dieser Sitzung.
    [Changes] can undo a move.
    = Unter [Änderungen] lässt sich das Verschieben rückgängig machen.
    Plan of {1}
    = Plan von {1}
    Plan of backward walking
    = Plan für das Rückwärtsgehen
    Fill in a plan from a study:
    = Plan aus einer Studie übernehmen:
    5–10 growing to 20–30 min, 2–3 times a week
    = 5–10, steigend auf 20–30 min, 2–3-mal pro Woche
    2–3 h a week in any portions
    = 2–3 h pro Woche, beliebig aufgeteilt
    10 min, 3 times a week, 6 weeks
    = 10 min, 3-mal pro Woche, 6 Wochen
    First day
    = Erster Tag
    Weeks
    = Wochen
    Sessions per week
    = Sitzungen pro Woche
    Minutes per session
    = Minuten pro Sitzung
    Minutes per session in the last week
    = Minuten pro Sitzung in der letzten Woche
    Or minutes per week
    = Oder Minuten pro Woche
    Name (optional)
    = Name (freiwillig)
    An amount is a number, or a range such as 2-3. Without a first day, the first session is it. To remove the plan, empty all its fields.
    = Eine Menge ist eine Zahl oder ein Bereich wie 2-3. Ohne ersten Tag gilt der Tag der ersten Sitzung. Um den Plan zu entfernen, leeren Sie alle seine Felder.
    Goals
    = Ziele
    The charts show a goal as a thin line. An empty field is no goal.
    = Die Diagramme zeigen ein Ziel als dünne Linie. Ein leeres Feld ist kein Ziel.
    New prescription
    = Neue Verordnung
    Prescription of {1}
    = Verordnung für die Woche ab {1}
    New prescription for the week of {1}
    = Neue Verordnung für die Woche ab {1}
    The week of
    = Woche mit dem Tag
    Text
    = Text
    A week is from Monday to Sunday. Choose any of its days. To remove a prescription, empty its text. The report shows it.
    = Eine Woche geht von Montag bis Sonntag. Wählen Sie einen ihrer Tage. Um eine Verordnung zu entfernen, leeren Sie ihren Text. Der Bericht zeigt sie.
    A former text stays in the list of changes until the person is erased.
    = Ein früherer Text bleibt in der Liste der Änderungen, bis die Person gelöscht wird.
    Week from
    = Woche ab
    Prescribed
    = Verordnet
    Open a week to change its text.
    = Öffnen Sie eine Woche, um ihren Text zu ändern.

    # Viewer: changes, and what was removed
    Changes of {1}
    = Änderungen von {1}
    What was corrected, moved, removed or restored, and when. Who did it is not recorded. The latest name and the latest move can be undone.
    = Was berichtigt, verschoben, entfernt oder wiederhergestellt wurde, und wann. Wer es tat, wird nicht aufgezeichnet. Der letzte Name und das letzte Verschieben lassen sich rückgängig machen.
    Nothing was changed.
    = Es wurde nichts geändert.
    Restore what was removed
    = Entferntes wiederherstellen
    When
    = Wann
    Of
    = Wovon
    What
    = Was
    Before
    = Vorher
    After
    = Nachher
    the person
    = die Person
    recording {1}
    = Aufnahme {1}
    recording {1} of session {2}
    = Aufnahme {1} der Sitzung {2}
    a person who was erased
    = eine gelöschte Person
    Undo
    = Rückgängig machen
    Undo: {1} of {2}, {3}
    = Rückgängig machen: {1} ({2}), {3}
    Goal
    = Ziel
    Prescription
    = Verordnung
    Name of the session
    = Name der Sitzung
    Moved to
    = Verschoben zu
    Moved from
    = Verschoben von
    Day and time
    = Tag und Uhrzeit
    Incline in percent
    = Steigung in Prozent
    Restored
    = Wiederhergestellt
    Erased for good
    = Endgültig gelöscht
    Erased
    = Gelöscht
    Removed
    = Entfernt
    Removed on
    = Entfernt am
    Person {1}
    = Person {1}
    Session {1}
    = Sitzung {1}
    Recording {1} of session {2}
    = Aufnahme {1} der Sitzung {2}
    What stands here counts nowhere: not on pages, in reports or in exports.
    = Was hier steht, zählt nirgends: nicht auf Seiten, in Berichten oder in Exporten.
    Nothing is removed.
    = Es ist nichts entfernt.
    Restore
    = Wiederherstellen
    Restore {1}
    = {1} wiederherstellen
    Erase …
    = Löschen …
    This cannot be undone. Backups still hold it.
    = Das lässt sich nicht rückgängig machen. Sicherungskopien enthalten es weiterhin.
    Erase for good
    = Endgültig löschen
    Erase {1} for good
    = {1} endgültig löschen
    What was erased counts nowhere. Its bytes may still be found in the file until it is rewritten: close other programs that use the store and run: sqlite3 STORE VACUUM
    = Was gelöscht ist, zählt nirgends. In der Datei kann es noch zu finden sein, bis sie neu geschrieben wird: Schließen Sie andere Programme, die die Datenbank verwenden, und führen Sie aus: sqlite3 STORE VACUUM

    # Viewer: what a form did not take
    list
    = Liste
    group
    = Gruppe
    ~ the {1} has changed since this page was loaded; nothing was written; load the page again and look at what stands there now
    = Die {1*} hat sich geändert, seit diese Seite geladen wurde. Es wurde nichts gespeichert. Laden Sie die Seite neu und sehen Sie nach, was jetzt dort steht.
    ~ found a {1} '{2}' already; expected a name that is free; nothing was written; choose another name
    = Es gibt schon eine {1*} „{2}“. Es wurde nichts gespeichert. Wählen Sie einen anderen Namen.
    ~ found '{1}' as the name of a {2}; expected one to 200 visible characters
    = „{1}“ ist als Name einer {2*} nicht möglich. Ein Name hat 1 bis 200 sichtbare Zeichen.
    ~ the {1} '{2}' is removed itself; restore the {3} first
    = Die {1*} „{2}“ ist selbst entfernt. Stellen Sie zuerst die {3*} wieder her.
    ~ {1}: the surface is part of how a sensor on the lower back is measured; nothing was written; analyze the files again with the right surface
    = {1}: Der Untergrund gehört zur Auswertung eines Sensors am unteren Rücken. Es wurde nichts gespeichert. Analysieren Sie die Dateien noch einmal mit dem richtigen Untergrund.
    ~ {1}: found the same sensor files (by SHA-256) in the store as {2}; expected a walk once; if that name is wrong, remove it first with 'retrogait history remove'
    = {1}: Dieselben Sensordateien (nach SHA-256) sind schon in der Datenbank: {2*}. Jeder Weg zählt nur einmal. Ist jener Name falsch, entfernen Sie zuerst die Aufnahme dort.
    ~ '{1}' of {2}, session {3}
    = „{1}“ von {2}, Sitzung {3}
    ~ year of birth: found '{1}'; expected {2}
    = Geburtsjahr: „{1}“ geht nicht; erwartet: {2*}
    a year such as 1958
    = ein Jahr wie 1958
    ~ a year from {1} to {2}
    = ein Jahr von {1} bis {2}
    ~ pain: found '{1}'; expected 0 (none) to 10
    = Schmerz: „{1}“ geht nicht; erwartet wird eine Zahl von 0 (keiner) bis 10
    ~ incline: found '{1}'; expected -50 to 50 percent
    = Steigung: „{1}“ geht nicht; erwartet werden −50 bis 50 Prozent
    ~ week: found '{1}'; expected {2}
    = Woche: „{1}“ geht nicht; erwartet: {2*}
    a day of the week, such as 2026-11-30
    = ein Tag der Woche in der Form 2026-11-30
    ~ a day of the years {1} to {2}
    = ein Tag der Jahre {1} bis {2}
    a week without a prescription; change the text that is there
    = eine Woche ohne Verordnung; ändern Sie den Text, der dort steht
    ~ prescription: found '{1}…, {2} characters'; expected at most {3} characters
    = Verordnung: „{1}…“ hat {2} Zeichen; erwartet werden höchstens {3}
    ~ goal of {1}: found '{2}'; expected a number from {3} to {4} {5}
    = Ziel, {1*}: „{2}“ geht nicht; erwartet wird eine Zahl von {3} bis {4} {5*}
    ~ plan, {1}: found '{2}'; expected {3}
    = Plan, {1*}: „{2}“ geht nicht; erwartet: {3*}
    ~ plan: found 'no amount of walking'; expected {1}
    = Plan: Wie viel gegangen wird, fehlt; erwartet: {1*}
    ~ plan: found 'minutes of a session and of a week'; expected {1}
    = Plan: Minuten pro Sitzung und pro Woche zugleich gehen nicht; erwartet: {1*}
    ~ plan: found '{1} min a week'; expected at most 10080, which a week has
    = Plan: {1} min pro Woche gehen nicht; eine Woche hat 10080
    1 to 104
    = 1 bis 104
    1 to 200 characters
    = 1 bis 200 Zeichen
    a number, or a range such as 2-3
    = eine Zahl oder ein Bereich wie 2-3
    a day such as 2026-09-07
    = ein Tag in der Form 2026-09-07
    at most 70
    = höchstens 70
    either sessions_per_week with minutes_per_session or minutes_per_week
    = entweder Sitzungen pro Woche mit Minuten pro Sitzung oder Minuten pro Woche
    one of them: minutes_per_session or minutes_per_week
    = eines von beiden: Minuten pro Sitzung oder Minuten pro Woche
    sessions_per_week
    = Sitzungen pro Woche
    minutes_per_session
    = Minuten pro Sitzung
    minutes_per_session_last
    = Minuten pro Sitzung in der letzten Woche
    minutes_per_week
    = Minuten pro Woche
    weeks
    = Wochen
    start
    = erster Tag

    # Viewer: adding recordings
    Whatever `retrogait analyze` reads: CSV, text, HDF5, MATLAB, Excel (.xlsx) and exports of apps (ZIP), packed with gzip or not, one file or a folder of one or many recordings, with `recording.json` if there is one. Names such as `left_foot.csv` or `P07 left foot.csv` say where a sensor was worn; if a name does not, choose it beside the file. The files are analyzed where this page comes from, and then deleted.
    = Alles, was `retrogait analyze` liest: CSV, Text, HDF5, MATLAB, Excel (.xlsx) und Exporte von Apps (ZIP), mit gzip gepackt oder nicht, eine Datei oder ein Ordner mit einer oder vielen Aufnahmen, mit `recording.json`, wenn es eine gibt. Namen wie `left_foot.csv` oder `P07 left foot.csv` sagen, wo ein Sensor getragen wurde. Wenn ein Name es nicht sagt, wählen Sie es neben der Datei. Die Dateien werden auf dem Computer analysiert, von dem diese Seite kommt, und danach gelöscht.
    Uploading needs JavaScript. Without it use `retrogait analyze` and `retrogait history add`.
    = Das Hochladen braucht JavaScript. Ohne JavaScript verwenden Sie `retrogait analyze` und `retrogait history add`.
    You need not enter what is in `recording.json`. A person that you enter here overrides the one in the file.
    = Was in `recording.json` steht, müssen Sie nicht eingeben. Eine Person, die Sie hier eingeben, gilt vor der in der Datei.
    Drop files or folders here, or choose them:
    = Ziehen Sie Dateien oder Ordner hierher, oder wählen Sie sie:
    Files
    = Dateien
    A folder
    = Ein Ordner
    Chosen files
    = Gewählte Dateien
    Size
    = Größe
    Where it was worn
    = Wo er getragen wurde
    as in its name
    = wie im Namen
    remove
    = entfernen
    remove {1}
    = {1} entfernen
    Analyze and add
    = Analysieren und hinzufügen
    Sent
    = Gesendet
    Analyzed
    = Analysiert
    Sending {1}.
    = {1} wird gesendet.
    Not sent, because the viewer does not read files of this kind: {1}
    = Nicht gesendet, weil Dateien dieser Art nicht gelesen werden: {1}
    Where the sensor of {1} was worn
    = Wo der Sensor von {1} getragen wurde
    What was dropped cannot be read: {1}
    = Die hierher gezogenen Dateien sind nicht lesbar: {1}
    The viewer refused it ({1}). Load the page again.
    = Das Programm hat abgelehnt ({1}). Laden Sie die Seite neu.
    The viewer does not answer. Is it still running?
    = Das Programm antwortet nicht. Läuft es noch?
    Choose the files of a recording first.
    = Wählen Sie zuerst die Dateien einer Aufnahme.
    left foot
    = linker Fuß
    right foot
    = rechter Fuß
    left shank
    = linker Unterschenkel
    right shank
    = rechter Unterschenkel
    waist front
    = vordere Taille
    Kept columns ({1})
    = Gemerkte Spalten ({1})
    Kept columns
    = Gemerkte Spalten
    Columns
    = Spalten
    Column
    = Spalte
    Read as
    = Gelesen als
    Kept on
    = Gemerkt am
    Forget
    = Vergessen
    Forget {1} …
    = {1} … vergessen
    Nothing is kept.
    = Es ist nichts gemerkt.
    Tables with exactly these column names are read with these settings, which override format detection. If you forget a setting, recordings that were read with it stay in the store.
    = Tabellen mit genau diesen Spaltennamen werden mit diesen Einstellungen gelesen; sie gelten vor der Erkennung des Formats. Wenn Sie eine Einstellung vergessen lassen, bleiben die damit gelesenen Aufnahmen in der Datenbank.

    # Viewer: what columns hold
    What do the columns hold?
    = Was enthalten die Spalten?
    The columns of {1} do not say all that is needed, and RetroGait does not guess. Choose what they hold. The first rows are:
    = Die Spalten von {1} sagen nicht alles, was nötig ist, und RetroGait rät nicht. Wählen Sie, was sie enthalten. Die ersten Zeilen sind:
    First rows
    = Erste Zeilen
    The choices below follow from the names. Check them.
    = Die Auswahl unten folgt aus den Namen. Prüfen Sie sie.
    The choices below follow from names and numbers. Check them; these are guessed:
    = Die Auswahl unten folgt aus Namen und Zahlen. Prüfen Sie sie; geraten ist dies:
    ~ that the time is in {1}
    = dass die Zeit in {1} ist
    the rate: put yours in place of 100 Hz
    = die Abtastrate: Setzen Sie Ihre anstelle von 100 Hz ein
    ~ the unit of acceleration, whose middle is {1}
    = die Einheit der Beschleunigung, deren Mitte {1} ist
    ~ the unit of the rate of turn, which reaches {1}
    = die Einheit der Drehrate, die {1} erreicht
    It holds
    = Sie enthält
    none: even samples
    = keine: gleichmäßige Messwerte
    Sampling rate, Hz
    = Abtastrate, Hz
    if there is no time
    = wenn es keine Zeit gibt
    choose …
    = wählen …
    milliseconds
    = Millisekunden
    microseconds
    = Mikrosekunden
    nanoseconds
    = Nanosekunden
    minutes
    = Minuten
    days
    = Tage
    date and time
    = Datum und Uhrzeit
    date and time, day before month
    = Datum und Uhrzeit, Tag vor Monat
    date and time, month before day
    = Datum und Uhrzeit, Monat vor Tag
    a sample counter, at the rate given
    = einen Zähler der Messwerte, mit der angegebenen Rate
    Acceleration
    = Beschleunigung
    Acceleration of sensor {1}
    = Beschleunigung von Sensor {1}
    Rate of turn (gyroscope)
    = Drehrate (Gyroskop)
    Rate of turn (gyroscope) of sensor {1}
    = Drehrate (Gyroskop) von Sensor {1}
    Counts per unit
    = Zählwerte pro Einheit
    for raw counts only
    = nur für Rohwerte
    The file name shows which of the two it holds. If the other one is in a separate file, choose the same three columns for both.
    = Der Dateiname zeigt, welche der beiden Größen die Datei enthält. Wenn die andere in einer eigenen Datei ist, wählen Sie für beide dieselben drei Spalten.
    Where the sensor was worn
    = Wo der Sensor getragen wurde
    as named: {1}
    = wie benannt: {1}
    Sensor {1} was worn at
    = Sensor {1} wurde getragen an
    Several sensors side by side in this table
    = Mehrere Sensoren nebeneinander in dieser Tabelle
    The columns above are those of sensor 1. Only sensors with columns are read.
    = Die Spalten oben sind die von Sensor 1. Nur Sensoren mit Spalten werden gelesen.
    In place of the choices: the mapping as text
    = Anstelle der Auswahl: die Zuordnung als Text
    As `--map` takes it
    = Wie für `--map`
    Such as `time=1:ms acc=2,3,4:g gyr=5,6,-7:deg/s`: a minus inverts an axis. If something stands here the choices do not count.
    = Etwa `time=1:ms acc=2,3,4:g gyr=5,6,-7:deg/s`: Ein Minus kehrt eine Achse um. Wenn hier etwas steht, gilt die Auswahl nicht.
    Whose walk it is
    = Wer gegangen ist
    Columns without names are not kept for the next file, because it could not be recognized.
    = Spalten ohne Namen werden nicht für die nächste Datei gemerkt, weil sie nicht wiederzuerkennen wäre.
    Keep this for the next file with the same columns
    = Für die nächste Datei mit denselben Spalten merken
    Read and add
    = Lesen und hinzufügen
    Leave this file out
    = Diese Datei weglassen
    Leave these files out
    = Diese Dateien weglassen
    Cancel the upload
    = Hochladen abbrechen
    Why the table is not read as it is
    = Warum die Tabelle nicht so gelesen wird, wie sie ist
    acceleration
    = Beschleunigung
    acceleration of sensor {1}
    = Beschleunigung von Sensor {1}
    rate of turn
    = Drehrate
    rate of turn of sensor {1}
    = Drehrate von Sensor {1}
    Choose the column of {1} of the {2}.
    = Wählen Sie die Spalte von {1} der {2}.
    The three columns of the {1} must differ.
    = Die drei Spalten der {1} müssen verschieden sein.
    Choose the unit of the {1}.
    = Wählen Sie die Einheit der {1}.
    The counts per unit of the {1} are '{2}'; expected a number such as 2048.
    = Die Zählwerte pro Einheit der {1} sind „{2}“; erwartet wird eine Zahl wie 2048.
    Choose the column of the time, or enter the sampling rate.
    = Wählen Sie die Spalte der Zeit, oder geben Sie die Abtastrate ein.
    Choose the unit of the time.
    = Wählen Sie die Einheit der Zeit.
    Enter the sampling rate of the counter.
    = Geben Sie die Abtastrate des Zählers ein.
    The sampling rate is '{1}'; expected samples per second such as 100.
    = Die Abtastrate ist „{1}“; erwartet werden Messwerte pro Sekunde wie 100.
    Choose where sensor {1} of this table was worn.
    = Wählen Sie, wo Sensor {1} dieser Tabelle getragen wurde.
    Choose where the sensor of {1} was worn.
    = Wählen Sie, wo der Sensor von {1} getragen wurde.
    Write the person's name.
    = Geben Sie den Namen der Person ein.
    ~ column {1} is used in {2}acc= and in {3}gyr=.
    = Spalte {1} ist für die Beschleunigung ({2}acc=) und für die Drehrate ({3}gyr=) gewählt.

    # Viewer: what becomes of an upload
    No such upload
    = Das gibt es nicht
    This upload does not exist. It may have been dropped after an hour.
    = Was Sie hochladen wollten, gibt es nicht mehr. Nach einer Stunde wird es verworfen.
    This upload does not exist. It may have been dropped after an hour. Begin again.
    = Was Sie hochladen wollten, gibt es nicht mehr. Nach einer Stunde wird es verworfen. Beginnen Sie von vorn.
    There are {1} unfinished uploads. Wait for one to end.
    = Es wird schon {1}-mal hochgeladen. Warten Sie, bis eines fertig ist.
    This upload is already being analyzed. Begin another one.
    = Diese Dateien werden schon analysiert. Beginnen Sie von vorn.
    There is no file with samples among these. Add at least one.
    = Keine dieser Dateien enthält Messwerte. Fügen Sie mindestens eine hinzu.
    Two files would be {1}; a recording has one of each sensor.
    = Zwei Dateien wären {1}; eine Aufnahme hat eine von jedem Sensor.
    An upload may have {1} files. Add the recordings in several parts.
    = Auf einmal lassen sich {1} Dateien hochladen. Fügen Sie die Aufnahmen in mehreren Teilen hinzu.
    An upload may have {1} MB. Add the recordings in several parts.
    = Auf einmal lassen sich {1} MB hochladen. Fügen Sie die Aufnahmen in mehreren Teilen hinzu.
    The disk of temporary files has {1} MB left. This file needs {2} MB. Make room, or start the viewer with TMPDIR set to a folder on another disk.
    = Der Datenträger für temporäre Dateien hat noch {1} MB frei. Diese Datei braucht {2} MB. Schaffen Sie Platz, oder starten Sie das Programm mit TMPDIR als Ordner auf einem anderen Datenträger.
    This upload has no open question.
    = Zu diesen Dateien ist keine Frage offen.
    A file did not arrive whole. Try again.
    = Eine Datei kam nicht vollständig an. Versuchen Sie es noch einmal.
    The file cannot be kept: {1}
    = Die Datei lässt sich nicht speichern: {1}
    The name of a file cannot be used, or its sensor's place is not known.
    = Der Name einer Datei ist nicht verwendbar, oder der Ort ihres Sensors ist nicht bekannt.
    Receiving the files.
    = Die Dateien werden empfangen.
    Waiting for another analysis to end.
    = Wartet, bis eine andere Analyse fertig ist.
    The columns of a table are not known. Choose what they hold.
    = Die Spalten einer Tabelle sind nicht bekannt. Wählen Sie, was sie enthalten.
    Analyzing
    = Analyse läuft
    Analyzing recording {1} of {2}
    = Analyse von Aufnahme {1} von {2}
    {1}: {2} % of the samples.
    = {1}: {2} % der Messwerte.
    Writing what was found to the store.
    = Die Ergebnisse werden in die Datenbank geschrieben.
    {1 recording is|recordings are} in the store.
    = {1 Aufnahme ist|Aufnahmen sind} in der Datenbank.
    {1 recording is|recordings are} in the store, {2 was|were} refused.
    = {1 Aufnahme ist|Aufnahmen sind} in der Datenbank, {2 wurde|wurden} abgelehnt.
    Added to {1}, session {2}.
    = Hinzugefügt zu {1}, Sitzung {2}.
    These results were in the store already. Nothing was changed.
    = Diese Ergebnisse waren schon in der Datenbank. Es wurde nichts geändert.
    These results were in the store already. Data that an earlier version did not keep were added.
    = Diese Ergebnisse waren schon in der Datenbank. Daten, die eine frühere Version nicht aufbewahrte, wurden ergänzt.
    Added in place of an earlier analysis of the same walk.
    = Anstelle einer früheren Analyse desselben Weges hinzugefügt.
    Added recordings
    = Hinzugefügte Aufnahmen
    Nothing was added
    = Es wurde nichts hinzugefügt
    Try again
    = Noch einmal versuchen
    Add another recording
    = Weitere Aufnahme hinzufügen
    Files that were not used
    = Nicht verwendete Dateien
    Open the session
    = Sitzung öffnen
    Outcome
    = Ergebnis
    Outcome of each recording
    = Ergebnis jeder Aufnahme
    See or forget what is kept
    = Gemerktes ansehen oder vergessen
    Not added: {1}
    = Nicht hinzugefügt: {1}
    ~ Its columns were read as kept on {1}: {2}.
    = Die Spalten wurden gelesen, wie am {1} gemerkt: {2}.
    ~ The column settings could not be saved: {1}
    = Die Einstellungen der Spalten ließen sich nicht speichern: {1*}
    ~ The day is '{1}'; expected one such as 2026-10-16.
    = Der Tag ist „{1}“; erwartet wird einer wie 2026-10-16.
    ~ The recordings name several people ({1}), and all would be added to {2}. Leave the person empty, or add them one by one.
    = Die Aufnahmen nennen mehrere Personen ({1}), und alle kämen zu {2}. Lassen Sie die Person leer, oder fügen Sie sie einzeln hinzu.
    No person is named. Enter the person's name, or put it into recording.json.
    = Es ist keine Person genannt. Geben Sie den Namen der Person ein, oder schreiben Sie ihn in recording.json.
    ~ {1}: No person is named. Enter the person's name, or put it into recording.json.
    = {1}: Es ist keine Person genannt. Geben Sie den Namen der Person ein, oder schreiben Sie ihn in recording.json.
    The analysis was stopped before it was finished.
    = Die Analyse wurde angehalten, bevor sie fertig war.
    All files were left out. Nothing was added.
    = Alle Dateien wurden weggelassen. Es wurde nichts hinzugefügt.
    ~ {1} was not used: {2}.
    = {1} wurde nicht verwendet: {2*}.
    it does not look like samples of a sensor
    = sieht nicht wie Messwerte eines Sensors aus
    it cannot be read as the format of its name
    = nicht lesbar als das Format, das der Name nennt
    its name does not give a placement, but the names beside it do
    = der Name sagt nicht, wo der Sensor getragen wurde, die Namen daneben schon
    no file of a sensor is in it
    = enthält keine Datei eines Sensors
    magnetometers are not measured with
    = mit Magnetometern wird nicht gemessen
    ~ it is a copy of {1}, byte for byte
    = Byte für Byte eine Kopie von {1}
    ~ its name is that of a copy of {1}, and its content differs; rename it if it is a recording
    = der Name ist der einer Kopie von {1}, der Inhalt ist ein anderer; wenn es eine Aufnahme ist, umbenennen
    it divides a recording into segments, but no recording here has its name
    = teilt eine Aufnahme in Abschnitte, aber keine Aufnahme hier heißt so
    several recordings lie beside it; put it into a folder with its own recording
    = mehrere Aufnahmen liegen daneben; mit der eigenen Aufnahme in einen Ordner legen

    # Viewer: why a file cannot be read
    ~ {1}, line {2}, column {3}: found {4}; expected {5}; {6}
    = {1}, Zeile {2}, Spalte {3}: gefunden: {4*}; erwartet: {5*}; Abhilfe: {6*}
    ~ {1}, line {2}: found {3}; expected {4}; {5}
    = {1}, Zeile {2}: gefunden: {3*}; erwartet: {4*}; Abhilfe: {5*}
    ~ {1}: found {2}; expected {3}; {4}
    = {1}: gefunden: {2*}; erwartet: {3*}; Abhilfe: {4*}
    ~ column names with quantity, axis and unit, such as time_s, acc_x_m_s2 and gyr_x_deg_s, or the layout of a known sensor or app
    = Spaltennamen mit Größe, Achse und Einheit, etwa time_s, acc_x_m_s2 und gyr_x_deg_s, oder der Aufbau eines bekannten Sensors oder einer bekannten App
    ~ numbers without a line of column names above them, beginning with {1}
    = Zahlen ohne Zeile mit Spaltennamen darüber, am Anfang {1}
    ~ an unknown layout that begins with {1} (columns {2})
    = ein unbekannter Aufbau, am Anfang {1} (Spalten {2})
    ~ an unknown layout that begins with {1}
    = ein unbekannter Aufbau, am Anfang {1}
    ~ the columns {1}, which leave something open
    = die Spalten {1}, die etwas offenlassen
    ~ describe the columns, for instance --map '{1}'
    = die Spalten beschreiben, zum Beispiel --map '{1}'
    ~ this reads the file: --map '{1}'; guessed and to be checked: {2}
    = so wird die Datei gelesen: --map '{1}'; geraten und zu prüfen: {2*}
    ~ this reads the file: --map '{1}'
    = so wird die Datei gelesen: --map '{1}'
    ~ acceleration and no angular velocity among the columns {1}
    = Beschleunigung und keine Winkelgeschwindigkeit unter den Spalten {1}
    a gyroscope (rate of turn) beside the accelerometer, without which gait is not measured
    = ein Gyroskop (Drehrate) neben dem Beschleunigungssensor; ohne Gyroskop wird das Gehen nicht gemessen
    record and export the gyroscope too, and give the folder if it is in a file of its own
    = auch das Gyroskop aufzeichnen und exportieren; wenn es in einer eigenen Datei ist, den Ordner hochladen
    ~ angular velocity and no acceleration among the columns {1}
    = Winkelgeschwindigkeit und keine Beschleunigung unter den Spalten {1}
    acceleration with gravity beside the gyroscope
    = Beschleunigung mit Schwerkraft neben dem Gyroskop
    export the accelerometer too, and give the folder if it is in a file of its own
    = auch den Beschleunigungssensor exportieren; wenn er in einer eigenen Datei ist, den Ordner hochladen
    ~ {1} m/s² while the sensor is quietest, in the unit {2}
    = {1} m/s², während der Sensor am ruhigsten ist, in der Einheit {2}
    about 9.81 m/s², gravity included
    = etwa 9,81 m/s², mit Schwerkraft
    gravity seems to have been removed; export the raw acceleration, not the linear or user acceleration
    = die Schwerkraft scheint entfernt zu sein; die rohe Beschleunigung exportieren, nicht die lineare
    the numbers look like g; name the columns acc_x_g and so on
    = die Zahlen sehen nach g aus; die Spalten acc_x_g und so weiter nennen
    the numbers look like m/s²; name the columns acc_x_m_s2 and so on
    = die Zahlen sehen nach m/s² aus; die Spalten acc_x_m_s2 und so weiter nennen
    check the unit of the accelerometer
    = die Einheit des Beschleunigungssensors prüfen
    check the unit of the gyroscope
    = die Einheit des Gyroskops prüfen
    ~ angular velocities up to {1} rad/s in the unit {2}
    = Winkelgeschwindigkeiten bis {1} rad/s in der Einheit {2}
    ~ less than {1} rad/s
    = weniger als {1} rad/s
    the numbers look like degrees per second; name the columns gyr_x_deg_s and so on
    = die Zahlen sehen nach Grad pro Sekunde aus; die Spalten gyr_x_deg_s und so weiter nennen
    an empty file
    = eine leere Datei
    only blank lines and comments
    = nur leere Zeilen und Bemerkungen
    a header line and samples
    = eine Kopfzeile und Messwerte
    no samples
    = keine Messwerte
    samples below the header
    = Messwerte unter der Kopfzeile
    export the recording again, or name the other sensors with --sensors to do without this one
    = die Aufnahme noch einmal exportieren, oder ohne diesen Sensor hochladen
    export the recording again
    = die Aufnahme noch einmal exportieren
    export the recording as CSV
    = die Aufnahme als CSV exportieren
    binary data
    = binäre Daten
    a table as text, UTF-8 or ASCII
    = eine Tabelle als Text, UTF-8 oder ASCII
    UTF-16 text
    = Text in UTF-16
    UTF-8 or ASCII text
    = Text in UTF-8 oder ASCII
    save the file as UTF-8 (in a spreadsheet: 'CSV UTF-8')
    = die Datei als UTF-8 speichern (in der Tabellenkalkulation: „CSV UTF-8“)
    ~ a sensor without a known placement (its label is '{1}')
    = ein Sensor ohne bekannten Ort (er heißt „{1}“)
    a sensor without a known placement
    = ein Sensor, von dem nicht bekannt ist, wo er getragen wurde
    a label, file or folder name such as left_foot or lower_back
    = ein Name des Sensors, der Datei oder des Ordners wie left_foot oder lower_back
    rename the file, or add --placement lower_back if that is where it was
    = neben der Datei wählen, wo der Sensor getragen wurde, oder die Datei umbenennen
    ~ a second sensor at {1}
    = ein zweiter Sensor am selben Ort ({1*})
    one sensor per placement
    = ein Sensor je Ort
    remove or rename one of the files
    = eine der Dateien weglassen oder umbenennen
    no file of a sensor
    = keine Datei eines Sensors
    no sensor
    = kein Sensor
    ~ a .csv or .h5 file named after one of: {1}
    = eine Datei .csv oder .h5 mit einem dieser Namen: {1}
    ~ data of one of: {1}
    = Daten von einem von: {1}
    name the files after where the sensors were worn
    = die Dateien danach nennen, wo die Sensoren getragen wurden
    a number
    = eine Zahl
    a finite number
    = eine endliche Zahl
    ~ {1} cells
    = {1} Zellen
    ~ {1}, as in the header
    = {1}, wie in der Kopfzeile
    correct the line or remove it
    = die Zeile berichtigen oder entfernen
    the file seems to be cut off here; copy or export it again
    = die Datei scheint hier abgeschnitten; noch einmal kopieren oder exportieren
    correct the cell, or leave it empty if the sample is missing
    = die Zelle berichtigen, oder leer lassen, wenn der Messwert fehlt
    the header a second time
    = die Kopfzeile ein zweites Mal
    two files seem to be joined here; split them, because their clocks may differ
    = hier scheinen zwei Dateien verbunden; trennen, weil ihre Uhren verschieden sein können
    no time
    = keine Zeit
    a time stamp in every row
    = ein Zeitstempel in jeder Zeile
    remove the row or fill the time in
    = die Zeile entfernen oder die Zeit ergänzen
    time that never goes back
    = eine Zeit, die nie zurückgeht
    sort the rows, or split the file where the clock was set back
    = die Zeilen sortieren, oder die Datei teilen, wo die Uhr zurückgestellt wurde
    ~ {1} s after {2} s
    = {1} s nach {2} s
    time stamps that mostly repeat the one before
    = Zeitstempel, die meist den vorigen wiederholen
    a time stamp for every sample
    = ein Zeitstempel für jeden Messwert
    export the time with milliseconds
    = die Zeit mit Millisekunden exportieren
    ~ {1} samples per second
    = {1} Messwerte pro Sekunde
    ~ {1} s of samples
    = {1} s Messwerte
    ~ at least {1}
    = mindestens {1}
    check the unit of the time; a foot's swing is too short to be seen at this rate
    = die Einheit der Zeit prüfen; bei dieser Rate ist der Schwung eines Fußes zu kurz, um gesehen zu werden
    check the unit of the time
    = die Einheit der Zeit prüfen
    check the unit of the time, or leave this recording out
    = die Einheit der Zeit prüfen, oder diese Aufnahme weglassen
    ~ {1} % of the samples missing
    = {1} % der Messwerte fehlen
    ~ less than {1} %
    = weniger als {1} %
    export the recording with all of its samples, or measure again
    = die Aufnahme mit allen Messwerten exportieren, oder noch einmal messen
    CSV, HDF5, MATLAB or an export of a known sensor or app
    = CSV, HDF5, MATLAB oder ein Export eines bekannten Sensors oder einer bekannten App
    JSON
    = JSON
    write the samples as a table, CSV, for instance with pandas: read_json(…).to_csv(…)
    = die Messwerte als Tabelle speichern, CSV, zum Beispiel mit pandas: read_json(…).to_csv(…)
    a web page
    = eine Webseite
    the download may have failed; download the file itself
    = das Herunterladen ist vielleicht misslungen; die Datei selbst herunterladen
    a PDF document
    = ein PDF-Dokument
    an image
    = ein Bild
    export the samples as CSV
    = die Messwerte als CSV exportieren
    give the file with the samples
    = die Datei mit den Messwerten hochladen
    an old Excel spreadsheet (.xls) or another Office file
    = eine alte Excel-Tabelle (.xls) oder eine andere Office-Datei
    open it in the spreadsheet program and save the sheet as CSV (CSV UTF-8)
    = in der Tabellenkalkulation öffnen und das Blatt als CSV speichern (CSV UTF-8)
    a table of results written by RetroGait
    = eine Tabelle mit Ergebnissen von RetroGait
    give the recordings that were analyzed, not the results
    = die analysierten Aufnahmen hochladen, nicht die Ergebnisse
    ~ an archive without a file of a known app ({1})
    = ein Archiv ohne Datei einer bekannten App ({1})
    an export of phyphox, Sensor Logger or another known app
    = ein Export von phyphox, Sensor Logger oder einer anderen bekannten App
    unpack it into a folder, and give the folder or a file in it
    = in einen Ordner entpacken, und den Ordner oder eine Datei daraus hochladen
    no acceleration
    = keine Beschleunigung
    acceleration with gravity, and angular velocity
    = Beschleunigung mit Schwerkraft, und Winkelgeschwindigkeit
    export the accelerometer too
    = auch den Beschleunigungssensor exportieren
    no angular velocity
    = keine Winkelgeschwindigkeit
    a gyroscope beside the accelerometer
    = ein Gyroskop neben dem Beschleunigungssensor
    one sensor without a placement
    = ein Sensor, von dem nicht bekannt ist, wo er getragen wurde
    a file named after where the sensor was worn, or columns that begin with it
    = ein Dateiname, der sagt, wo der Sensor getragen wurde, oder Spalten, die damit beginnen
    name the file left_foot.csv, right_foot.csv or lower_back.csv, or add --placement
    = neben der Datei wählen, wo der Sensor getragen wurde, oder sie left_foot.csv, right_foot.csv oder lower_back.csv nennen
    ~ {1} repeats the same value (0) from {2} s to {3} s of {4} s
    = {1*} wiederholt denselben Wert (0) von {2} s bis {3} s (von {4} s)
    ~ {1} repeats the same value from {2} s to {3} s of {4} s
    = {1*} wiederholt denselben Wert von {2} s bis {3} s (von {4} s)
    ~ all channels repeat the same value (0) from {1} s to {2} s of {3} s
    = alle Kanäle wiederholen denselben Wert (0) von {1} s bis {2} s (von {3} s)
    ~ all channels repeat the same value from {1} s to {2} s of {3} s
    = alle Kanäle wiederholen denselben Wert von {1} s bis {2} s (von {3} s)
    a signal that changes: the sensor is damaged, or the column is mislabeled
    = ein Signal, das sich ändert: Der Sensor ist beschädigt, oder die Spalte ist falsch benannt
    check the export and the sensor; analyze the others alone with --sensors
    = den Export und den Sensor prüfen, oder ohne ihn hochladen
    a damaged file packed with gzip, or one of several parts
    = eine beschädigte Datei, mit gzip gepackt, oder ein Teil von mehreren
    a whole .gz file
    = eine vollständige .gz-Datei
    unpack it (gunzip), and give the file that is in it
    = entpacken (gunzip), und die enthaltene Datei hochladen

    # Viewer: more of corrections
    no plan
    = kein Plan
    no goal
    = kein Ziel
    no prescription
    = keine Verordnung
    ~ backward speed {1} m/s
    = Geschwindigkeit rückwärts {1} m/s
    ~ forward speed {1} m/s
    = Geschwindigkeit vorwärts {1} m/s
    ~ backward stride length {1} m
    = Doppelschrittlänge rückwärts {1} m
    ~ forward stride length {1} m
    = Doppelschrittlänge vorwärts {1} m
    ~ found no {1} '{2}' in the store; expected one that a person has; nobody has one yet, give it with 'retrogait history annotate --group'
    = In der Datenbank nicht gefunden: {1*} „{2}“. Noch hat niemand eine; 'retrogait history annotate --group' gibt sie.
    ~ day: found '{1}'; expected {2}
    = Tag: „{1}“ geht nicht; erwartet: {2*}
    a day such as 2026-09-07, and a time such as 09:00
    = ein Tag in der Form 2026-09-07 und eine Uhrzeit in der Form 09:00
    a day that is not to come
    = ein Tag, der nicht in der Zukunft liegt
    ~ session: found '{1}'; expected another session than the present one
    = Sitzung: „{1}“ geht nicht; erwartet wird eine andere Sitzung als die jetzige
    ~ prescription: found '{1}'; expected a text
    = Verordnung: „{1}“ geht nicht; erwartet wird ein Text
    ~ {1}: found a store of a later version of RetroGait; expected one of this version or earlier; update the program, the store is left as it is
    = {1}: Diese Datenbank stammt von einer späteren Version von RetroGait; aktualisieren Sie das Programm, die Datenbank bleibt, wie sie ist
    ~ {1}: found {2}; expected a store of RetroGait; name another file with --store
    = {1}: Das ist keine Datenbank von RetroGait, sondern {2*}. Nennen Sie mit --store eine andere Datei.
    ~ {1}: found no store; expected one that 'retrogait history add' has made; check --store
    = {1}: Hier ist keine Datenbank. „retrogait history add“ legt sie an; prüfen Sie --store.
    no space left
    = kein Platz mehr
    it is read-only
    = sie ist schreibgeschützt
    a file of another kind
    = eine Datei anderer Art
    a damaged file
    = eine beschädigte Datei

    # Viewer: more of why a file cannot be read
    acceleration from which gravity is removed
    = Beschleunigung, aus der die Schwerkraft entfernt ist
    acceleration with gravity, as the sensor measures it
    = Beschleunigung mit Schwerkraft, wie der Sensor sie misst
    export the raw or total acceleration, or gravity too
    = die rohe oder gesamte Beschleunigung exportieren, oder auch die Schwerkraft
    ~ the columns {1}
    = die Spalten {1}
    the columns are declared
    = die Spalten sind angegeben
    time_s, acc_x_m_s2 … acc_z_m_s2 and gyr_x_deg_s … gyr_z_deg_s
    = time_s, acc_x_m_s2 … acc_z_m_s2 und gyr_x_deg_s … gyr_z_deg_s
    rename the columns; units are part of the names
    = die Spalten umbenennen; Einheiten sind Teil der Namen
    ~ no column {1}_…
    = keine Spalte {1}_…
    add the column, or rename the one that holds it
    = die Spalte ergänzen, oder die umbenennen, die den Wert enthält
    ~ the unit '{1}'
    = die Einheit „{1}“
    no unit
    = keine Einheit
    put the unit into the column name
    = die Einheit in den Namen der Spalte schreiben
    one unit for the axes of a sensor
    = eine Einheit für die Achsen eines Sensors
    correct the units in the names of the columns
    = die Einheiten in den Namen der Spalten berichtigen
    ~ at most {1} m/s²
    = höchstens {1} m/s²
    ~ at most {1} rad/s
    = höchstens {1} rad/s
    the sample is damaged; leave its cells empty, or export the recording again
    = der Messwert ist beschädigt; seine Zellen leer lassen, oder die Aufnahme noch einmal exportieren
    a whole ZIP archive
    = ein vollständiges ZIP-Archiv
    an encrypted file
    = eine verschlüsselte Datei
    a file cut off
    = eine abgeschnittene Datei
    a wrong checksum
    = eine falsche Prüfsumme
    the archive seems to be damaged or of an unknown kind; export it again, or unpack it into a folder
    = das Archiv scheint beschädigt oder von unbekannter Art; noch einmal exportieren, oder in einen Ordner entpacken
    binary data of an unknown format
    = binäre Daten eines unbekannten Formats
    a C3D file of motion capture
    = eine C3D-Datei der Bewegungserfassung
    export the inertial sensors' signals as CSV
    = die Signale der Inertialsensoren als CSV exportieren
    a FIT file of a sports watch
    = eine FIT-Datei einer Sportuhr
    it holds no raw signals; record with an app that exports CSV
    = sie enthält keine Rohsignale; mit einer App aufzeichnen, die CSV exportiert
    a GENEActiv file (.bin)
    = eine GENEActiv-Datei (.bin)
    GENEActiv records acceleration alone; gait is not measured without a gyroscope
    = GENEActiv zeichnet nur die Beschleunigung auf; ohne Gyroskop wird das Gehen nicht gemessen
    an Axivity file (.cwa)
    = eine Axivity-Datei (.cwa)
    export it as CSV with OmGui (Export raw CSV) or cwa-convert; it needs an AX6, which has a gyroscope
    = mit OmGui (Export raw CSV) oder cwa-convert als CSV exportieren; nötig ist ein AX6, der ein Gyroskop hat
    an Axivity file (.cwa) without a gyroscope
    = eine Axivity-Datei (.cwa) ohne Gyroskop
    use an AX6 that is set up with its gyroscope; gait is not measured without one
    = einen AX6 mit eingeschaltetem Gyroskop verwenden; ohne Gyroskop wird das Gehen nicht gemessen
    it is a spreadsheet; save the sheet as CSV
    = eine Tabellenkalkulation; das Blatt als CSV speichern
    it is a file of a sensor's own format, which is not read; export it as CSV
    = ein eigenes Format des Sensors, das nicht gelesen wird; als CSV exportieren
    no known format claims it
    = kein bekanntes Format passt
    it lies in the folder of another recording; give its path to read it
    = liegt im Ordner einer anderen Aufnahme; um sie zu lesen, einzeln hochladen
    ~ a sensor on the {1} is not measured with
    = mit einem Sensor an dieser Stelle wird nicht gemessen ({1})
    ~ that {1} is left_foot and {2} is right_foot
    = dass {1} am linken Fuß und {2} am rechten Fuß war
    ~ that {1} is right_foot and {2} is left_foot
    = dass {1} am rechten Fuß und {2} am linken Fuß war
    ~ {1}: found {2} m/s² while the sensor is quietest, in the unit {3}; expected about 9.81 m/s², gravity included; {4}
    = {1}: gefunden: {2} m/s², während der Sensor am ruhigsten ist, in der Einheit {3}; erwartet: etwa 9,81 m/s², mit Schwerkraft; Abhilfe: {4*}
    ~ a gyroscope that turns by {1} °/s at most in the unit {2}, and does not turn with the gravity in the accelerometer ({3} m/s² apart)
    = ein Gyroskop, das sich höchstens mit {1} °/s dreht (Einheit {2}) und das sich nicht mit der Schwerkraft im Beschleunigungssensor dreht (Abweichung {3} m/s²)
    ~ angular velocity in °/s: it fits if divided by 57.3, as if °/s were declared as rad/s ({1} m/s²)
    = Winkelgeschwindigkeit in °/s: Durch 57,3 geteilt passt sie, als wäre °/s als rad/s angegeben ({1} m/s²)
    ~ angular velocity in rad/s: it fits if multiplied by 57.3, as if rad/s were declared as °/s ({1} m/s²)
    = Winkelgeschwindigkeit in rad/s: Mit 57,3 multipliziert passt sie, als wäre rad/s als °/s angegeben ({1} m/s²)
    name the columns gyr_x_deg_s and so on, or add --map with gyr=…:deg/s
    = die passende Einheit der Drehrate wählen, oder die Spalten gyr_x_deg_s und so weiter nennen
    name the columns gyr_x_rad_s and so on, or add --map with gyr=…:rad/s
    = die passende Einheit der Drehrate wählen, oder die Spalten gyr_x_rad_s und so weiter nennen
    """#)
}
