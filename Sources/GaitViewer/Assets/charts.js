// The values of a chart are one stop of the Tab key: arrows lead from one to the next, Home and End to the first and the last.
// Without this script each value of a small chart is a stop.
const valuesOfChart = document.querySelector('meta[name="chart-values"]')?.content ?? "{1}";
for (const places of document.querySelectorAll("svg.chart > .points")) {
  const chart = places.parentNode;
  const points = [...places.querySelectorAll(":scope > .point")];
  // What is drawn is only seen; its words are those of the chart and of its values.
  for (const part of chart.children) {
    if (part !== places && !["title", "desc"].includes(part.tagName)) part.setAttribute("aria-hidden", "true");
  }
  chart.setAttribute("role", "group");
  places.setAttribute("role", "listbox");
  places.setAttribute("aria-orientation", "horizontal");
  places.setAttribute("aria-label", valuesOfChart.replace("{1}", () => chart.querySelector("title").textContent));
  const choose = (chosen) => {
    for (const point of points) {
      point.setAttribute("tabindex", point === chosen ? "0" : "-1");
      point.setAttribute("aria-selected", String(point === chosen));
    }
  };
  for (const point of points) {
    if (point.dataset.words) point.setAttribute("aria-label", point.dataset.words);
    point.setAttribute("role", "option");
    // On each of them: a browser takes a group that listens for the focus for one that can have it.
    point.addEventListener("focus", () => choose(point));
  }
  // The latest, which a reader looks for first.
  choose(points.at(-1));
  places.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = points.indexOf(event.target.closest(".point"));
    const next = {
      ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: points.length - 1,
    }[event.key];
    if (place < 0 || next === undefined) return;
    // The page does not scroll, also at the first and the last value.
    event.preventDefault();
    points[next]?.focus();
  });
}
