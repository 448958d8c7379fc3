"""Drives 'retrogait serve' in a real browser; called by Scripts/browser."""

import argparse
import csv
import io
import json
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.error
import urllib.parse
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

HOSTILE = "<script>document.title='broken'</script>"
WIDTHS = (360, 1280)


class Site:
    """A store made of the samples, and the program that serves it."""

    def __init__(self, program, samples, folder):
        self.program = program
        self.samples = sorted(path for path in samples.iterdir() if path.is_dir())
        self.folder = folder
        self.store = folder / "store.sqlite"
        self.uploaded = self.samples[-1]
        self.hostile = self.samples[-2]

    def run(self, *arguments):
        subprocess.run([self.program, *map(str, arguments)], check=True, stdout=subprocess.DEVNULL)

    def prepare(self):
        results = self.folder / "results"
        self.run("analyze", *self.samples[:-1], "--output", results, "--quiet")
        names = [path.name for path in self.samples]
        self.run("history", "add", *(results / name for name in names[:-2]), "--store", self.store)
        self.run("history", "add", results / names[-2], "--subject", HOSTILE, "--store", self.store)
        self.run("history", "annotate", "S01", "--group", "knee OA", "--plan", "10x3x6", "--store", self.store)
        self.run("history", "annotate", "S01", "--sex", "female", "--birth-year", "1950", "--store", self.store)
        self.run("history", "annotate", "S01", "--goal", "backward:speed=0.9", "--prescription",
                 "10 min by the rail,\nthree times", "--week", "2026-10-19", "--store", self.store)
        # One sensor on the lower back, and a group.
        for number, sensors in ((1, "lower_back"), (2, "left_foot,right_foot"), (3, "left_foot,right_foot")):
            walk = self.folder / f"walk{number}"
            self.run("simulate", "--walk", "stand 4, forward 14, turn 180, backward 14, stand 4", "--speed",
                     0.7 + 0.1 * number, "--seed", number, "--output", walk)
            self.run("analyze", walk, "--sensors", sensors, "--output", self.folder / "more", "--quiet")
            self.run("history", "add", self.folder / "more" / walk.name, "--subject", f"T{number}", "--store", self.store)
            self.run("history", "annotate", f"T{number}", "--group", "stroke", "--store", self.store)
        # A session of two recordings, one of each direction.
        for number, parts in ((4, "stand 4, forward 14, stand 4"), (5, "stand 4, backward 12, turn 180, backward 12, stand 4")):
            walk = self.folder / f"walk{number}"
            self.run("simulate", "--walk", parts, "--seed", number, "--output", walk)
            details = json.loads((walk / "recording.json").read_text()) if (walk / "recording.json").exists() else {}
            details |= {"session": "both", "started_at": f"2026-09-07T09:{number}0:00Z", "surface": "overground"}
            (walk / "recording.json").write_text(json.dumps(details))
            self.run("analyze", walk, "--output", self.folder / "more", "--quiet")
            self.run("history", "add", self.folder / "more" / walk.name, "--subject", "T4", "--store", self.store)
        first, last = session_of(self.samples[0]), session_of(self.samples[5])
        self.reports = {
            "subject": ("--subject", "S01"), "session": ("--subject", "S01", "--session", first),
            "compare": ("--subject", "S01", "--compare", first, last), "group": ("--group", "stroke"),
            "back": ("--subject", "T1"),
            "units": ("--subject", "S01", "--speed-unit", "km/h", "--length-unit", "cm"),
            "file": ("--subject", "S01", "--for", "file"), "patient": ("--subject", "S01", "--for", "patient"),
        }
        for name, options in self.reports.items():
            self.run("report", "--store", self.store, *options, "--output", self.folder / f"report-{name}.html")

    def start(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            [self.program, "serve", "--store", str(self.store), "--port", str(self.port)],
            stdout=subprocess.PIPE, text=True)
        self.url = self.process.stdout.readline().strip().rstrip("/")
        assert self.url == f"http://127.0.0.1:{self.port}", self.url

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(10) == 130, "Ctrl-C should end it with exit code 130"


class Visit:
    """A page of its own, whose requests and complaints are kept."""

    def __init__(self, browser, site, **options):
        self.site = site
        self.context = browser.new_context(base_url=site.url, **options)
        self.page = self.context.new_page()
        self.complaints = []
        self.foreign = []
        self.page.on("console", lambda message: message.type in ("error", "warning")
                     and self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda request: request.url.startswith((site.url, site.folder.as_uri()))
                     or self.foreign.append(request.url))

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.context.close()
        if kind is None:
            assert not self.complaints, f"the console says {self.complaints}"
            assert not self.foreign, f"requests leave the machine: {self.foreign}"


def expect(truth, words):
    assert truth, words


def session_link(site):
    return "/session?" + urllib.parse.urlencode({"person": "S01", "session": session_of(site.samples[0])})


def session_of(sample):
    return json.loads((sample / "recording.json").read_text()).get("session") or sample.name.split("_", 1)[1]


def addresses(site):
    """One address of every kind of page."""
    first, second = session_of(site.samples[0]), session_of(site.samples[5])
    return {
        "people": "/",
        "nobody": "/?q=zzz",
        "person": "/person?id=S01",
        "session": session_link(site),
        "session-ramp": "/session?person=S01&session=2026-10-07",
        "session-tests": "/session?person=S01&session=2026-10-02",
        "session-both": "/session?person=T4&session=both",
        "stride": session_link(site) + "&stride=left-4",
        "stride-back": "/session?person=T1&session=1&stride=right-5",
        "compare": "/compare?" + urllib.parse.urlencode({"person": "S01", "a": first, "b": second}),
        "upload": "/upload",
        "units": "/units",
        "edit-person": "/person/edit?person=S01",
        "plan": "/person/plan?person=S01",
        "edit-session": "/session/edit?" + urllib.parse.urlencode({"person": "S01", "session": first}),
        "missing": "/person?id=nobody",
        **{f"report-{name}": (site.folder / f"report-{name}.html").as_uri() for name in site.reports},
    }


def clicks_lead_from_person_to_stride(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/")
        page.get_by_role("link", name="S01").click()
        expect(page.locator("figure svg.chart").count() >= 3, "a person has charts")
        sides = page.get_by_role("heading", name="Both sides over the sessions")
        expect(sides.count() == 1, "a person whose feet carry sensors has both sides")
        page.get_by_role("link", name=session_of(site.samples[0]), exact=True).click()
        rows = page.locator("table.strides tbody tr")
        expect(rows.count() > 20, "a session lists its strides")
        # Anywhere in the row, not on the link only.
        rows.nth(3).locator("td").nth(4).click()
        page.wait_for_selector("section.stride")
        expect("stride=" in page.url, "a stride has an address")
        expect(page.locator("section.stride svg").count() >= 2, "a stride shows its events and its foot")
        titles = page.locator("section.stride .signals svg > title").all_text_contents()
        expect(titles == ["Path from the side", "Foot pitch", "Acceleration forward", "Acceleration upward", "Pitch rate"],
               f"a stride shows its path and signals, found {titles}")
        for svg in page.locator("section.stride .signals svg").all():
            expect(len(svg.locator("> desc").text_content()) > 30, "a figure says in words what it shows")
            box = svg.locator("polyline").last.bounding_box()
            expect(box["width"] > 100 and box["height"] > 20, "a figure has a curve in it")
        expect(page.locator("section.stride .signals .remark").count() >= 9, "contacts are marked in the signals")
        values = page.locator("section.stride details", has_text="Values of the signals")
        values.locator("summary").click()
        expect(values.locator("tbody tr").count() == 101, "the values behind the figures are there")
        page.get_by_role("link", name="next stride").click()
        page.wait_for_load_state()
        page.keyboard.press("Escape")
        page.wait_for_selector("section.stride", state="detached")


def a_stride_of_the_lower_back_has_no_path(browser, site):
    with Visit(browser, site) as visit:
        visit.page.goto(addresses(site)["stride-back"])
        titles = visit.page.locator("section.stride .signals svg > title").all_text_contents()
        expect(titles == ["Acceleration forward", "Acceleration upward", "Acceleration to the left"],
               f"the trunk's acceleration is shown, found {titles}")


def a_stride_to_look_at_leads_to_the_stride(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto(addresses(site)["session-ramp"])
        words = page.locator("section", has=page.get_by_role("heading", name="The whole walk")).inner_text()
        for measure in ("at equal speed", "Gradient of the ground", "First 3 m backward, from standing", "not measured"):
            expect(measure in words, f"the whole walk has '{measure}'")
        section = page.locator("section", has=page.get_by_role("heading", name="Strides to look at"))
        expect("not a count of near falls" in section.inner_text(), "the page says what the list is not")
        link = section.locator("tbody th a").first
        foot, number = link.inner_text().split()
        link.click()
        page.wait_for_selector("section.stride")
        expect(f"stride={foot}-{number}" in page.url, f"{foot} {number} is shown at {page.url}")


def a_session_is_all_its_recordings(browser, site):
    """By keyboard: from the table of recordings to a recording, and to a stride of it."""
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto(addresses(site)["session-both"])
        whole = page.locator("section", has=page.get_by_role("heading", name="The session as a whole"))
        speeds = whole.locator("tr", has=page.get_by_role("rowheader", name="Walking speed, m/s")).locator("td")
        backward, forward = (float(text.split()[0]) for text in speeds.all_inner_texts())
        expect(0 < backward < forward, f"both directions stand together, found {backward} and {forward}")
        tests = page.locator("section", has=page.get_by_role("heading", name="Walk tests and turns")).inner_text()
        expect("First 10 m, from standing" in tests and "3 m backward, rolling start" in tests,
               "tests of both recordings stand together")
        excluded = page.locator("section", has=page.get_by_role("heading", name="Excluded strides"))
        counts = [int(text) for text in excluded.locator("tbody td:nth-child(2)").all_inner_texts()]
        expect(f"{sum(counts)} do not." in excluded.inner_text(), f"the reasons add up, found {counts}")
        parts = page.locator("details.recording")
        expect(parts.count() == 2 and all(part.get_attribute("open") is not None for part in parts.all()),
               "both recordings are open")
        summary = parts.first.locator("> summary")
        summary.focus()
        page.keyboard.press("Enter")
        expect(parts.first.get_attribute("open") is None, "a recording closes by keyboard")
        page.get_by_role("link", name="walk5", exact=True).first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**recording=2#recording-2")
        expect(parts.nth(1).bounding_box()["y"] < 100, "the link leads to the recording")
        parts.nth(1).locator("table.strides tbody th a").first.click()
        page.wait_for_selector("section.stride")
        expect("recording=2" in page.url, "a stride of the second recording is shown")
        expect(parts.nth(1).locator("section.stride").count() == 1, "it is in the part of its recording")


def strides_are_sorted_by_click_and_by_address(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto(session_link(site))
        cells = lambda: [float(text) for text in page.locator(
            "table.strides tbody td:nth-child(5)").all_inner_texts() if text]
        heading = page.get_by_role("link", name="Stride length, m")
        for _ in range(2):
            heading.click()
            by_click = page.locator("table.strides tbody th").all_inner_texts()
            lengths = cells()
            down = "order=down" in page.url
            expect(lengths == sorted(lengths, reverse=down), "a click on a heading sorts")
            expect(page.locator("th[aria-sort]").get_attribute("aria-sort")
                   == ("descending" if down else "ascending"), "the heading says how it is sorted")
            page.goto(page.url)
            expect(page.locator("table.strides tbody th").all_inner_texts() == by_click,
                   "the address gives the same order as the click")
            heading = page.get_by_role("link", name="Stride length, m")
        page.get_by_role("link", name="backward (").click()
        words = set(page.locator("table.strides tbody td:nth-child(4)").all_inner_texts())
        expect(words == {"backward"}, f"a direction is chosen, found {words}")


def people_are_searched(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/")
        page.get_by_label("Name or group").fill("knee")
        page.get_by_role("button", name="Show").click()
        expect(page.locator("tbody tr").count() == 1, "the search finds the group's one person")
        expect("q=knee" in page.url, "a search has an address")
        page.goto("/?q=zzz")
        expect(page.get_by_text("No person in the store matches").is_visible(), "an empty search says so")


def reference_values_stand_behind_the_course(browser, site):
    for address in ("/person?id=S01", addresses(site)["report-subject"]):
        with Visit(browser, site) as visit:
            page = visit.page
            page.goto(address)
            bands = page.locator("figure rect.reference")
            expect(bands.count() == 4, f"speed and stride length have a band on both sides of a slope, found {bands.count()}")
            boxes = [band.bounding_box() for band in bands.all()]
            expect(all(box["width"] > 10 and box["height"] > 20 for box in boxes) and
                   sum(box["width"] > 150 for box in boxes) == 2, f"bands have a size, found {boxes}")
            expect(page.get_by_text("reference, women 70–96, forward: 0.86–1.68").count() == 1, "a band has its words")
            details = page.locator("details.reference").first
            expect(not details.locator("li").first.is_visible(), "the source is on demand")
            details.locator("summary").focus()
            page.keyboard.press("Enter")
            words = details.inner_text()
            expect("n = 721" in words and "doi 10.2147/CIA.S213216" in words, f"people and source by keyboard: {words}")
    with Visit(browser, site) as visit:
        visit.page.goto("/person?id=T3")
        expect(visit.page.locator(".reference").count() == 0, "without age and sex there is none")


def values_of_charts_show_on_hover_and_focus(browser, site):
    for address in ("/person?id=S01", addresses(site)["report-subject"]):
        # The report has no script, and the viewer's is not needed: each value is then a stop.
        with Visit(browser, site, java_script_enabled=False) as visit:
            page = visit.page
            page.goto(address)
            chart = page.locator("figure svg.chart", has=page.locator("g.point")).first
            points = chart.locator("g.point")
            shown = lambda: [k for k in range(points.count()) if points.nth(k).locator(".value").is_visible()]
            expect(points.count() >= 8 and shown() == [], "nothing is shown before somebody points at it")
            points.nth(2).locator(".hit").hover()
            expect(shown() == [2], f"the place that is pointed at shows its values, shown are {shown()}")
            words = points.nth(2).locator(".value").text_content()
            expect("2026-" in words and "m/s" in words and "forward" in words and " to " in words, f"in words: {words}")
            box, frame = points.nth(2).locator(".value rect").bounding_box(), chart.bounding_box()
            expect(frame["x"] <= box["x"] and box["x"] + box["width"] <= frame["x"] + frame["width"]
                   and frame["y"] <= box["y"], f"the label {box} stays within the chart {frame}")
            page.screenshot(path=site.output / f"values-{'report' if 'report' in address else 'person'}.png")
            page.mouse.move(0, 0)
            points.nth(0).focus()
            page.keyboard.press("Tab")
            expect(shown() == [1], f"Tab shows the next session, shown are {shown()}")
            name = points.nth(1).get_attribute("aria-label")
            expect("m/s: " in name and "backward" in name, f"a place has a name: {name}")
            page.emulate_media(media="print")
            expect(shown() == [], "labels do not print")


def a_chart_is_one_stop_of_the_keyboard(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/person?id=S01")
        charts = page.locator("figure svg.chart:has(> .points)")
        for chart in charts.all():
            expect(chart.locator("[tabindex='0']").count() == 1, "one value of a chart takes the focus")
        chart = charts.first
        points = chart.locator("g.point")
        last = points.count() - 1
        shown = lambda: [k for k in range(last + 1) if points.nth(k).locator(".value").is_visible()]
        focused = lambda: page.evaluate("document.activeElement.getAttribute('aria-label') ?? ''")
        for _ in range(40):
            page.keyboard.press("Tab")
            if shown():
                break
        expect(shown() == [last], f"Tab leads to the latest value, shown are {shown()}")
        expect("m/s: " in focused() and "backward" in focused(), f"the value is read out: {focused()}")
        named = points.nth(last)
        expect(named.get_attribute("role") == "option" and named.get_attribute("aria-selected") == "true",
               "it is the chosen one of a list")
        for key, place in (("ArrowLeft", last - 1), ("Home", 0), ("ArrowLeft", 0), ("ArrowRight", 1), ("ArrowDown", 2),
                           ("ArrowUp", 1), ("End", last), ("ArrowRight", last), ("ArrowLeft", last - 1)):
            page.keyboard.press(key)
            expect(shown() == [place], f"{key} leads to value {place}, shown are {shown()}")
            expect(focused() == points.nth(place).get_attribute("aria-label"), "its words are read out")
        page.keyboard.press("Tab")
        expect(shown() == [], "one more Tab leaves the chart")
        page.keyboard.press("Shift+Tab")
        expect(shown() == [last - 1], f"and back leads to where one was, shown are {shown()}")
        expect_accessible(page, site, "person-value")


def both_feet_are_replayed(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto(session_link(site))
        page.locator("p.pages", has_text="Replay of both feet").get_by_role("link", name="backward").click()
        page.locator(".controls:not([hidden])").wait_for()
        time = lambda: float(page.locator(".replay output").inner_text().split(" s:")[0])
        place = lambda foot: page.locator(f"[data-view=side][data-foot={foot}] .now").get_attribute("transform")
        began, first = time(), place("left")
        page.wait_for_timeout(300)
        expect(time() == began and place("left") == first, "nothing moves by itself")
        button = lambda name: page.get_by_role("button", name=name, exact=True)
        button("Next contact").click()
        contact = time()
        words = page.locator(".replay output").inner_text()
        expect(contact > began and "foot on the ground" in words, f"a step leads to the next contact: {words}")
        expect(page.locator(".replay .contact.recent").count() >= 2, "the contact is marked from the side and from above")
        button("20 ms on").click()
        expect(abs(time() - contact - 0.02) < 0.011, f"a step is 20 ms, from {contact} to {time()} s")
        button("Previous contact").click()
        expect(time() == contact, "a step leads back")
        page.locator(".replay").screenshot(path=site.output / "replay-contact.png")
        # By keyboard from here on.
        button("Play").focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(600)
        button("Pause").focus()
        page.keyboard.press("Enter")
        paused = time()
        expect(contact < paused < contact + 1, f"a quarter of the speed leads from {contact} to {paused} s")
        page.wait_for_timeout(200)
        expect(time() == paused, "the replay stands")
        slider = page.get_by_role("slider", name="Time")
        slider.focus()
        page.keyboard.press("ArrowRight")
        expect(0 < time() - paused < 0.05, "an arrow moves the slider")
        page.keyboard.press("Space")
        expect(button("Pause").is_visible(), "Space plays")
        page.keyboard.press("Space")
        expect(button("Play").is_visible(), "Space pauses")
        page.keyboard.press("Home")
        expect(time() < began and slider.get_attribute("aria-valuetext").startswith(f"{time():.2f} s:"),
               "Home leads to the start, and the slider has words")
        page.get_by_label("Speed").select_option("full")
        slider.focus()
        page.keyboard.press("End")
        end = time()
        button("Play").click()
        page.wait_for_timeout(200)
        expect(time() < end, "at the end, Play begins anew")
        expect_accessible(page, site, "replay")
    with Visit(browser, site, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(addresses(site)["stride"])
        expect(page.locator(".replay svg .contact").count() == 8, "without a script the pictures show the contacts")
        expect(not page.locator(".controls").is_visible(), "and no controls")
    with Visit(browser, site) as visit:
        visit.page.goto(addresses(site)["stride-back"])
        expect(visit.page.locator(".replay").count() == 0, "the lower back has no replay of feet")


def sessions_are_compared(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/person?id=S01")
        page.get_by_role("button", name="Compare A and B").click()
        expect("/compare?" in page.url, "a comparison has an address")
        expect(page.get_by_role("columnheader", name="Difference").count() >= 1, "two sessions are compared")


def hostile_names_do_nothing(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/")
        page.get_by_role("link", name=HOSTILE).click()
        expect(page.get_by_role("heading", name=HOSTILE, exact=True).is_visible(), "the name is shown as it is")
        expect(page.title() != "broken", "the name does nothing")


def exports_can_be_read(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/person?id=S01")
        with page.expect_download() as download:
            page.get_by_role("link", name="All strides (CSV)").click()
        rows = list(csv.DictReader(io.StringIO(pathlib.Path(download.value.path()).read_text())))
        expect(len(rows) > 200 and {row["subject"] for row in rows} == {"S01"}, f"all {len(rows)} strides of the person")
        with page.expect_download() as download:
            page.get_by_role("link", name="Everything (JSON)").click()
        everything = json.loads(pathlib.Path(download.value.path()).read_text())
        expect(len(everything["recordings"]) == len(site.samples) - 2, "a summary per recording")
        expect(everything["plan"]["weeks"] == 6 and len(everything["goals"]) == 1 and everything["changes"],
               "plan, goals and changes are in it")
        with page.expect_download() as download:
            page.get_by_role("link", name="Report (HTML)").click()
        expect("<!DOCTYPE html>" in pathlib.Path(download.value.path()).read_text(), "a report")


def a_broken_file_is_refused_in_words(browser, site):
    broken = site.folder / "left_foot.csv"
    broken.write_text("time_s,acc_x_m_s2\n0,not a number\n")
    other = site.folder / "notes.docx"
    other.write_text("x")
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/upload")
        page.get_by_role("button", name="Analyze and add").click()
        expect("Choose the files" in page.get_by_role("alert").inner_text(), "nothing chosen is said")
        page.locator("#files").set_input_files(other)
        expect("notes.docx" in page.locator("#left-out").inner_text(), "a file of another kind is named and not sent")
        expect(page.locator("#file-rows tr").count() == 0, "only what may be read is chosen")
        page.locator("#files").set_input_files(broken)
        page.get_by_label("Person").fill("S09")
        page.get_by_role("button", name="Analyze and add").click()
        page.get_by_role("alert").filter(has_text="left_foot.csv").wait_for()
        words = page.get_by_role("alert").inner_text()
        expect("expected" in words and "/tmp" not in words, f"the error is in words and shows no place: {words}")
        page.screenshot(path=site.output / "upload-error-1280.png", full_page=True)
        page.goto("/?q=S09")
        expect(page.get_by_text("No person in the store matches").is_visible(), "nothing was added")


def a_recording_is_dropped_and_analyzed(browser, site):
    files = sorted(path for path in site.uploaded.iterdir()
                   if path.suffix in (".csv", ".h5", ".json") and "strides" not in path.name)
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/upload")
        # A drop as the browser makes it of files that are dragged in.
        content = {path.name: list(path.read_bytes()) for path in files}
        transfer = page.evaluate_handle(
            """content => {
                 const transfer = new DataTransfer();
                 for (const [name, bytes] of Object.entries(content)) {
                   transfer.items.add(new File([new Uint8Array(bytes)], name));
                 }
                 return transfer;
               }""", content)
        page.dispatch_event("#drop", "drop", {"dataTransfer": transfer})
        expect(page.locator("#file-rows tr").count() == len(files), "each file is listed")
        page.screenshot(path=site.output / "upload-chosen-1280.png", full_page=True)
        page.get_by_role("button", name="Analyze and add").click()
        link = page.get_by_role("link", name="Open the session")
        link.wait_for(timeout=60_000)
        page.screenshot(path=site.output / "upload-done-1280.png", full_page=True)
        link.click()
        expect(page.locator("table.strides tbody tr").count() > 20, "the session is there")
        expect("S01" in page.inner_text("main"), "the person is the one of recording.json")
        # The same once more changes nothing.
        page.goto("/upload")
        page.locator("#files").set_input_files(files)
        page.get_by_role("button", name="Analyze and add").click()
        page.get_by_role("link", name="Open the session").wait_for(timeout=60_000)
        expect("already" in page.get_by_role("status").inner_text(), "the same twice changes nothing")


def a_folder_is_chosen_and_each_recording_added(browser, site):
    folder = site.folder / "day"
    for person in ("F1", "F2"):
        walk = folder / person
        site.run("simulate", "--walk", "stand 4, forward 10, stand 4", "--seed", person[1], "--output", walk)
        (walk / "recording.json").write_text(json.dumps({"subject": person, "session": "1"}))
    (folder / "photo.jpg").write_text("x")
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/upload")
        page.get_by_label("A folder").set_input_files(folder)
        paths = page.locator("#file-rows th").all_inner_texts()
        expect("day/F1/left_foot.csv" in paths, f"files are shown with their folders: {paths}")
        expect("photo.jpg" in page.locator("#left-out").inner_text(), "what is not sent is said")
        page.get_by_role("button", name="Analyze and add").click()
        page.get_by_role("link", name="F1, 1").wait_for(timeout=60_000)
        expect(page.get_by_role("link", name="F2, 1").is_visible(), "each recording is added to its person")
        page.screenshot(path=site.output / "upload-folder-1280.png", full_page=True)


def unknown_table(site, name, source="left_foot.csv", sample=0):
    """A table whose names say nothing, one of them hostile."""
    lines = (site.samples[sample] / source).read_text().splitlines()
    path = site.folder / "unknown" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([f"tick,{HOSTILE.replace(',', '')},f2,f3,r1,r2,r3"] + lines[1:]))
    return path


def choose_columns(page):
    page.get_by_role("group", name="Time").get_by_label("Column").select_option("1")
    page.get_by_role("group", name="Time").get_by_label("It holds").select_option("seconds")
    for name, first, unit in (("Acceleration", 2, "m/s2"), ("Rate of turn (gyroscope)", 5, "deg/s")):
        group = page.get_by_role("group", name=name, exact=True)
        for k, axis in enumerate("xyz"):
            group.get_by_label(axis, exact=True).select_option(str(first + k))
        group.get_by_label("Unit", exact=True).select_option(unit)


def expect_accessible(page, site, name):
    """The page that is shown fits both widths, and axe finds nothing serious in either scheme."""
    for width, scheme in zip(WIDTHS, ("dark", "light")):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        page.screenshot(path=site.output / f"{name}-{width}-{scheme}.png", full_page=True)
        overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        expect(overflow <= 0, f"{name} is {overflow} px wider than {width} px")
        found = [violation["id"] + ": " + violation["nodes"][0]["html"][:120]
                 for violation in Axe().run(page).response["violations"]
                 if violation["impact"] in ("serious", "critical")]
        expect(not found, f"{name}: {found}")


def columns_are_said_kept_and_forgotten(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/upload")
        page.locator("#files").set_input_files(unknown_table(site, "IMU_A.csv"))
        page.get_by_label("Person").fill("S30")
        page.get_by_role("button", name="Analyze and add").click()
        page.get_by_role("heading", name="What do the columns hold?").wait_for(timeout=30_000)
        expect(page.title() != "broken", "a name of a column does nothing")
        expect(page.locator("table.first-rows tbody tr").count() == 5, "the first rows are shown")
        expect(HOSTILE in page.locator("table.first-rows thead").inner_text(), "names are shown as they are")
        expect_accessible(page, site, "columns")
        # Nothing chosen: what is missing is named.
        page.get_by_role("button", name="Read and add").click()
        words = page.get_by_role("alert").inner_text()
        visit.complaints.clear()
        expect("Choose the unit of the acceleration." in words and "IMU_A.csv was worn" in words, words)
        choose_columns(page)
        page.get_by_label("IMU_A.csv").select_option("left foot")
        page.screenshot(path=site.output / "columns-chosen-1280.png", full_page=True)
        page.get_by_role("button", name="Read and add").click()
        page.get_by_role("link", name="Open the session").wait_for(timeout=60_000)
        page.get_by_role("link", name="Open the session").click()
        expect(page.locator("table.strides tbody tr").count() > 10, "the strides are there")
        # The next table with the same names is not asked about, and says how it was read.
        page.goto("/upload")
        page.locator("#files").set_input_files(unknown_table(site, "right_foot.csv", "right_foot.csv"))
        page.get_by_label("Person").fill("S31")
        page.get_by_role("button", name="Analyze and add").click()
        page.get_by_role("link", name="See or forget what is kept").click()
        expect("gyr=5,6,7:deg/s" in page.inner_text("main"), "what is kept is shown")
        expect_accessible(page, site, "columns-kept")
        page.get_by_role("button", name="Forget").click()
        expect(page.get_by_text("Nothing is kept.").is_visible(), "what is kept can be forgotten")


def columns_are_said_by_keyboard_and_without_script(browser, site):
    """The page of columns is reached with the script; what is said there needs none."""
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/upload")
        page.locator("#files").set_input_files(unknown_table(site, "left_foot.csv", sample=3))
        page.get_by_role("button", name="Analyze and add").click()
        page.get_by_role("heading", name="What do the columns hold?").wait_for(timeout=30_000)
        address = page.url
    with Visit(browser, site, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(address)
        choose_columns(page)
        page.get_by_label("Person").fill("S32")
        page.get_by_label("Keep this").uncheck()
        page.get_by_role("button", name="Read and add").focus()
        page.keyboard.press("Enter")
        # The page asks again by itself until the analysis has ended.
        page.get_by_role("link", name="Open the session").wait_for(timeout=60_000)
        expect("Added to S32" in page.inner_text("main"), "the recording is added")


def a_mistake_is_corrected_removed_and_restored(browser, site):
    """By keyboard and without a script, in a session of its own person."""
    with Visit(browser, site, java_script_enabled=False) as visit:
        page = visit.page

        def press(name):
            page.get_by_role("button", name=name, exact=True).focus()
            page.keyboard.press("Enter")

        page.goto("/session/edit?" + urllib.parse.urlencode({"person": "T1", "session": "1"}))
        page.get_by_label("Person", exact=True).fill("T9")
        page.get_by_label("Day").fill("2026-09-08")
        page.get_by_label("Pain, 0 to 10").fill("11")
        press("Save")
        expect("expected 0 (none) to 10" in page.get_by_role("alert").inner_text(), "a pain of 11 is refused")
        visit.complaints.clear()
        page.get_by_label("Pain, 0 to 10").fill("2,5")
        press("Save")
        page.wait_for_url(lambda url: "/session?" in url)
        expect("T9, 2026-09-08" in page.inner_text("main"), "the session is another person's, on another day")
        page.goto("/person?id=T9")
        page.get_by_role("link", name="Edit").click()
        page.get_by_label("Year of birth").fill("1958")
        page.get_by_label("Affected side").select_option("left")
        press("Save")
        page.wait_for_url(lambda url: "/person?" in url)
        page.get_by_role("link", name="Changes").click()
        page.wait_for_url(lambda url: "/changes?" in url)
        words = page.inner_text("main")
        expect("Moved from" in words and "1958" in words and "2026-09-08" in words, words)
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/changes?person=T9")
        expect_accessible(page, site, "changes")
        page.goto("/session/edit?person=T9&session=1")
        other = "/session/edit?person=T9&session=1"
        page.get_by_label("Notes").fill("first")
        with Visit(browser, site) as second:
            second.page.goto(other)
            second.page.get_by_label("Notes").fill("second")
            page.get_by_role("button", name="Save").click()
            page.wait_for_url(lambda url: "/session?" in url)
            second.page.get_by_role("button", name="Save").click()
            second.page.get_by_text("has changed since").wait_for()
            second.complaints.clear()
        page.goto(other)
        expect(page.get_by_label("Notes").input_value() == "first", "nothing was overwritten")
        page.get_by_role("button", name="Remove session 1").click()
        page.wait_for_url("**/removed")
        expect("Session 1" in page.inner_text("main"), "what was removed is listed")
        expect_accessible(page, site, "removed")
        page.get_by_role("button", name="Restore").click()
        page.get_by_text("Nothing is removed.").wait_for()
        # As it was, for the checks that follow.
        page.goto(other)
        page.get_by_label("Person", exact=True).fill("T1")
        page.get_by_role("button", name="Save").click()
        page.wait_for_url(lambda url: "/session?" in url)
        expect("T1" in page.inner_text("main"), "the session is back")


def a_recording_is_moved_and_moved_back(browser, site):
    """By keyboard and without a script: one of two recordings goes to another person's session."""
    with Visit(browser, site, java_script_enabled=False) as visit:
        page = visit.page

        def press(name):
            page.get_by_role("button", name=name).first.focus()
            page.keyboard.press("Enter")

        page.goto("/session/edit?" + urllib.parse.urlencode({"person": "T4", "session": "both"}))
        page.get_by_label("Recording", exact=True).select_option(index=1)
        page.get_by_label("To session", exact=True).fill("alone")
        page.get_by_label("Of person", exact=True).fill("T5")
        press("Move recording")
        page.wait_for_url(lambda url: "/session?" in url)
        expect("person=T5" in page.url and "session=alone" in page.url, f"the recording is at {page.url}")
        page.goto("/session?person=T4&session=both")
        expect(page.locator("details.recording").count() == 0, "one recording is left")
        page.goto("/changes?person=T5")
        words = page.inner_text("main")
        expect("Moved from" in words and "T4, session both" in words, words)
        press("Undo")
        page.get_by_role("cell", name="Moved to").wait_for()
        page.goto("/session?person=T4&session=both")
        expect(page.locator("details.recording").count() == 2, "both recordings are together again")
    with Visit(browser, site) as visit:
        page = visit.page
        for name in ("T4", "T5"):
            page.goto(f"/changes?person={name}")
            expect_accessible(page, site, f"changes-{name}")
        page.goto("/session/edit?person=T4&session=both")
        expect_accessible(page, site, "edit-session-both")


def a_plan_a_goal_and_a_prescription_are_set(browser, site):
    """By keyboard and without a script; the goal is then a line in the chart."""
    with Visit(browser, site, java_script_enabled=False) as visit:
        page = visit.page

        def type_into(label, text):
            page.get_by_label(label, exact=True).focus()
            page.keyboard.press("Control+a")
            page.keyboard.type(text)

        def press(name):
            page.get_by_role("button", name=name, exact=True).focus()
            page.keyboard.press("Enter")

        page.goto("/person?id=T2")
        expect(page.locator("svg.chart line.goal").count() == 0, "nobody set a goal yet")
        page.get_by_role("link", name="Plan", exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/person/plan?" in url)
        page.get_by_role("link", name="10 min, 3 times a week, 6 weeks").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "preset=10x3x6" in url)
        expect(page.get_by_label("Minutes per session", exact=True).input_value() == "10", "the plan is filled in")
        type_into("Minutes per session", "7,5")
        type_into("Backward speed, m/s", "90")
        type_into("Text", "مشي للخلف")
        press("Save")
        page.get_by_role("alert").wait_for()
        words = page.get_by_role("alert").inner_text()
        expect("goal of backward speed: found '90'" in words, f"a speed of 90 m/s is refused: {words}")
        visit.complaints.clear()
        expect(page.get_by_label("Minutes per session", exact=True).input_value() == "7,5", "what was typed stays")
        type_into("Backward speed, m/s", "0,9")
        press("Save")
        page.wait_for_url(lambda url: "/person?" in url)
        chart = page.locator("svg.chart", has_text="Walking speed").first
        expect(chart.locator("line.goal").count() == 1, "the goal is a line in the chart of the speed")
        expect(chart.locator("text.goal").text_content() == "goal 0.90", "the line has its words")
        expect("Goal: backward 0.90 m/s" in chart.locator("> desc").text_content(), "the chart says its goal in words")
        words = page.inner_text("main")
        expect("7.5 min, 3 times a week, 6 weeks" in words and "goal 0.90 m/s" in words, "plan and goal are shown")
    with Visit(browser, site) as visit:
        page = visit.page
        page.goto("/person?id=T2")
        written = page.locator(".written", has_text="مشي للخلف")
        expect(written.evaluate("e => getComputedStyle(e).direction") == "rtl", "an Arabic text runs from the right")
        expect_accessible(page, site, "person-plan")
        page.goto("/person/plan?person=T2")
        expect_accessible(page, site, "plan-filled")
        page.goto("/changes?person=T2")
        words = page.inner_text("main")
        expect("Goal" in words and "backward speed 0.9 m/s" in words and "مشي للخلف" in words, words)


def units_are_chosen_and_remembered(browser, site):
    """By keyboard and without a script; another browser keeps m/s and m."""
    with Visit(browser, site, java_script_enabled=False, viewport={"width": 1280, "height": 800}) as visit:
        page = visit.page

        def speeds():
            page.goto("/person?id=S01")
            row = page.locator("table.changes tbody tr", has_text="Walking speed").first.locator("td").first
            return [float(text) for text in row.inner_text().split(" → ")]

        before = speeds()
        page.get_by_role("link", name="Units").focus()
        page.keyboard.press("Enter")
        page.get_by_label("Speeds").select_option("km/h")
        page.get_by_label("Lengths of strides").select_option("cm")
        page.get_by_role("button", name="Save").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/person?id=S01")
        expect(page.get_by_text("Walking speed, km/h").count() > 0, "the page that the reader came from has the units")
        after = speeds()
        # Both were rounded to two decimals.
        expect(all(abs(b - 3.6 * a) <= 0.005 * 4.6 for a, b in zip(before, after)), f"{before} m/s are {after} km/h")
        words = page.inner_text("main")
        expect("Stride length, cm" in words and "Stride length, m\n" not in words, "lengths are in cm")
        unit = page.locator("figure svg.chart").first.locator("tspan.muted").first.text_content()
        expect(unit.strip() == "km/h", f"the chart is in km/h, found {unit}")
        page.screenshot(path=site.output / "person-units-1280.png", full_page=True)
        page.set_viewport_size({"width": 360, "height": 800})
        page.screenshot(path=site.output / "person-units-360.png", full_page=True)
        expect(page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, "the page fits 360 px")
    with Visit(browser, site) as visit:
        visit.page.goto("/person?id=S01")
        expect("Walking speed, m/s" in visit.page.inner_text("main"), "another browser has its own units")


def everything_is_reached_by_keyboard(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        focused = lambda: page.evaluate("document.activeElement.innerText ?? ''").strip()

        def tab_to(words, most=80):
            for _ in range(most):
                page.keyboard.press("Tab")
                if focused() == words:
                    return
            raise AssertionError(f"Tab never reaches '{words}'")

        page.goto("/")
        page.keyboard.press("Tab")
        expect(focused() == "Skip to content", "the first stop skips the navigation")
        page.keyboard.press("Enter")
        tab_to("S01")
        page.keyboard.press("Enter")
        page.wait_for_url("**/person?*")
        tab_to(session_of(site.samples[0]))
        page.keyboard.press("Enter")
        page.wait_for_url("**/session?*")
        tab_to("Walking speed, m/s")
        page.keyboard.press("Enter")
        expect("sort=speed" in page.url, "a heading sorts by keyboard")
        page.keyboard.press("Tab")
        name = page.locator("table.strides tbody th a").first.inner_text()
        tab_to(name)
        page.keyboard.press("Enter")
        page.wait_for_selector("section.stride")
        tab_to("close")
        page.keyboard.press("Enter")
        page.wait_for_selector("section.stride", state="detached")


def pages_work_without_script(browser, site):
    with Visit(browser, site, java_script_enabled=False) as visit:
        page = visit.page
        page.goto(session_link(site))
        page.get_by_role("link", name="Stride length, m").click()
        expect("sort=length" in page.url, "the server sorts")
        page.locator("table.strides tbody th a").first.click()
        expect(page.locator("section.stride").is_visible(), "a stride is shown")


def pages_are_accessible_and_fit(browser, site):
    axe = Axe()
    findings = []
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            with Visit(browser, site, viewport={"width": width, "height": 800}, color_scheme=scheme) as visit:
                page = visit.page
                for name, address in addresses(site).items():
                    answer = page.goto(address)
                    if name == "missing":
                        expect(answer.status == 404, "nobody is not found")
                        visit.complaints.clear()
                    page.screenshot(path=site.output / f"{name}-{width}-{scheme}.png", full_page=True)
                    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                    if overflow > 0:
                        findings.append(f"{name} is {overflow} px wider than {width} px")
                    # Both widths and both schemes, each once.
                    if (width, scheme) not in ((WIDTHS[0], "light"), (WIDTHS[1], "dark")):
                        continue
                    for violation in axe.run(page).response["violations"]:
                        if violation["impact"] in ("serious", "critical"):
                            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                            findings.append(f"{name} {width} {scheme}: {violation['id']}: {nodes}")
    expect(not findings, "\n      ".join(findings))


def pages_speak_german(browser, site):
    """A browser that is set to German gets German pages, which fit and are accessible; a choice of English wins."""
    axe = Axe()
    findings = []
    for width in WIDTHS:
        with Visit(browser, site, locale="de-CH", viewport={"width": width, "height": 800}) as visit:
            page = visit.page
            for name, address in addresses(site).items():
                if name.startswith("report-"):
                    continue
                page.goto(address)
                if name == "missing":
                    visit.complaints.clear()
                expect(page.evaluate("document.documentElement.lang") == "de", f"{name} is German")
                expect("Personen" in page.inner_text("nav[aria-label=Seiten]"), f"{name} has German words")
                page.screenshot(path=site.output / f"german-{name}-{width}.png", full_page=True)
                overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                if overflow > 0:
                    findings.append(f"{name} is {overflow} px wider than {width} px")
                if width == WIDTHS[0]:
                    for violation in axe.run(page).response["violations"]:
                        if violation["impact"] in ("serious", "critical"):
                            nodes = "; ".join(node["html"][:120] for node in violation["nodes"][:3])
                            findings.append(f"{name}: {violation['id']}: {nodes}")
    expect(not findings, "\n      ".join(findings))
    with Visit(browser, site, locale="de-CH") as visit:
        page = visit.page
        page.goto(session_link(site) + "&stride=left-4")
        replay = page.locator("#replay")
        replay.get_by_role("button", name="Abspielen").click()
        replay.get_by_role("button", name="Anhalten").click()
        told = replay.locator("output").inner_text()
        expect("linker Fuß" in told and "," in told.split(" s")[0], f"the replay speaks German, found {told}")
        page.get_by_role("link", name="Sprache und Einheiten").click()
        page.get_by_label("Sprache").select_option("en")
        page.get_by_role("button", name="Speichern").click()
        page.wait_for_url("**/session?*")
        expect(page.evaluate("document.documentElement.lang") == "en", "the choice of English wins")


def pages_print(browser, site):
    for name in ("person", "session", "session-both", "stride", "compare", *(f"report-{report}" for report in site.reports)):
        with Visit(browser, site) as visit:
            visit.page.goto(addresses(site)[name])
            path = site.output / f"{name}.pdf"
            visit.page.pdf(path=path, format="A4", print_background=False)
            expect(path.stat().st_size > 10_000, "a PDF with something in it")
            pages = path.read_bytes().count(b"/Type /Page\n")
            if name.startswith("report-"):
                most = 1 if name in ("report-file", "report-patient") else 4
                expect(1 <= pages <= most, f"{name} prints on {pages} pages, not on at most {most}")


def the_first_screen_tells_the_course(browser, site):
    with Visit(browser, site, viewport={"width": 1280, "height": 800}) as visit:
        page = visit.page
        page.goto("/person?id=S01")
        chart = page.locator("figure svg").first.bounding_box()
        expect(chart["y"] + chart["height"] < 800, "the chart of speed is on the first screen")
        words = page.locator("p.lead").all()
        expect(len(words) >= 3, "three sentences or more")
        for one in words[:3]:
            box = one.bounding_box()
            expect(box["y"] + box["height"] < 800, "what the sessions show is on the first screen")
        texts = [one.inner_text() for one in words]
        expect("count for change; left out: " in texts[0], "what was left out is named")
        expect(any("ackward" in text and "sessions" in text for text in texts[1:2]), "then backward walking")
        expect("better" not in page.inner_text("main") and "worse" not in page.inner_text("main"), "nothing is judged")


def notes_of_sessions_are_in_sight(browser, site):
    note = "First time without the rail; a break of five minutes after the third lap, and other shoes than usual."
    site.run("history", "annotate", "S01", "--session", session_of(site.samples[2]), "--pain", "2.5", "--comment", note,
             "--store", site.store)
    for width in WIDTHS:
        with Visit(browser, site, viewport={"width": width, "height": 800}) as visit:
            page = visit.page
            page.goto("/person?id=S01")
            box = page.locator(".sessions .note", has_text=note).bounding_box()
            expect(box["x"] >= 0 and box["x"] + box["width"] <= width, f"the note is cut at {width} px: {box}")
            hidden = page.locator(".scroll:has(> .sessions)").evaluate("e => e.scrollWidth - e.clientWidth")
            expect(width < 1280 or hidden == 0, f"{hidden} px of the table of sessions are out of sight")
            page.emulate_media(media="print")
            box = page.locator(".sessions .note", has_text=note).bounding_box()
            expect(box["x"] + box["width"] <= width or width < 1280, "the note is printed whole")


def people_are_sorted_by_what_needs_a_look(browser, site):
    with Visit(browser, site) as visit:
        page = visit.page
        for order in ("change", "look", "recent", "name"):
            page.goto("/")
            page.get_by_label("Order").select_option(order)
            page.get_by_role("button", name="Show").click()
            page.wait_for_url(lambda url: f"order={order}" in url)
            expect(page.locator("table.people tbody tr").count() >= 4, f"everybody is in the order by {order}")


def another_site_gets_nothing(browser, site):
    def status(**headers):
        request = urllib.request.Request(site.url + "/", headers=headers)
        try:
            return urllib.request.urlopen(request).status
        except urllib.error.HTTPError as error:
            return error.code

    expect(status() == 200, "the viewer answers to its own name")
    expect(status(Host="evil.example") == 421, "the viewer answers to no other name")


CHECKS = [
    clicks_lead_from_person_to_stride, a_stride_of_the_lower_back_has_no_path, a_stride_to_look_at_leads_to_the_stride,
    a_session_is_all_its_recordings, strides_are_sorted_by_click_and_by_address, people_are_searched, reference_values_stand_behind_the_course,
    values_of_charts_show_on_hover_and_focus, a_chart_is_one_stop_of_the_keyboard, both_feet_are_replayed, sessions_are_compared, hostile_names_do_nothing,
    exports_can_be_read, units_are_chosen_and_remembered, everything_is_reached_by_keyboard,
    the_first_screen_tells_the_course, notes_of_sessions_are_in_sight, people_are_sorted_by_what_needs_a_look,
    pages_work_without_script, another_site_gets_nothing, pages_are_accessible_and_fit, pages_speak_german, pages_print,
    a_broken_file_is_refused_in_words, a_recording_is_dropped_and_analyzed, a_folder_is_chosen_and_each_recording_added,
    columns_are_said_kept_and_forgotten, columns_are_said_by_keyboard_and_without_script,
    a_mistake_is_corrected_removed_and_restored, a_recording_is_moved_and_moved_back, a_plan_a_goal_and_a_prescription_are_set,
]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--browser", required=True)
    parser.add_argument("--samples", required=True, type=pathlib.Path)
    parser.add_argument("--output", required=True, type=pathlib.Path)
    parser.add_argument("--only", help="run the checks whose names hold this text")
    options = parser.parse_args()
    passed = failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Site(options.program, options.samples, pathlib.Path(folder))
        site.output = options.output
        site.prepare()
        site.start()
        browser = playwright.chromium.launch(executable_path=options.browser, args=["--no-sandbox"])
        try:
            for check in CHECKS:
                if options.only and options.only not in check.__name__:
                    continue
                began = time.monotonic()
                try:
                    check(browser, site)
                    passed += 1
                    outcome = "passed"
                except Exception:
                    failed += 1
                    outcome = "FAILED"
                    traceback.print_exc()
                print(f"{outcome}  {check.__name__.replace('_', ' ')} ({time.monotonic() - began:.1f} s)", flush=True)
        finally:
            browser.close()
            site.stop()
    print(f"browser: {passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
