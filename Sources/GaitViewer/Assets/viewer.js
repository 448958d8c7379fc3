"use strict";
// The pages work without this script, but for uploading.

// A click anywhere in a row of the table of strides opens the stride.
for (const table of document.querySelectorAll("table.strides")) {
  table.tBodies[0].addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    const link = event.target.closest("tr")?.querySelector("th a");
    if (link && !String(getSelection())) link.click();
  });
}

// Tables that are whole on the page are sorted here; the address changes as if the server had done it.
for (const table of document.querySelectorAll("table[data-sortable]")) {
  table.tHead.addEventListener("click", (event) => {
    const link = event.target.closest("th a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const heading = link.closest("th");
    const column = heading.cellIndex;
    const down = heading.getAttribute("aria-sort") === "ascending";
    const rank = (row) => {
      const text = row.cells[column].dataset.rank;
      return text === undefined ? null : Number(text);
    };
    const compare = (a, b) => {
      const [x, y] = [rank(a), rank(b)];
      if (x === null || y === null) return (x === null) - (y === null);
      return down ? y - x : x - y;
    };
    const body = table.tBodies[0];
    const rows = [...body.rows];
    // Equal rows stay in the order of time, which is that of the first column with ranks.
    rows.sort((a, b) => compare(a, b) || Number(a.cells[1].dataset.rank) - Number(b.cells[1].dataset.rank));
    body.append(...rows);
    for (const other of table.tHead.querySelectorAll("th")) other.removeAttribute("aria-sort");
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    history.replaceState(null, "", link.href);
    const next = new URL(link.href);
    if (down) next.searchParams.delete("order"); else next.searchParams.set("order", "down");
    for (const other of table.tHead.querySelectorAll("th a")) {
      const url = new URL(other.href);
      url.searchParams.delete("order");
      other.href = url.href;
    }
    link.href = next.href;
  });
}

// Escape closes the chosen stride.
const closing = document.querySelector("[data-closes]");
if (closing) addEventListener("keydown", (event) => { if (event.key === "Escape") closing.click(); });

const form = document.getElementById("upload");
if (form) {
  const input = document.getElementById("files");
  const drop = document.getElementById("drop");
  const chosen = document.getElementById("chosen");
  const rows = document.getElementById("file-rows");
  const template = document.getElementById("file-row");
  const progress = document.getElementById("progress");
  const bar = document.getElementById("bar");
  const problem = document.getElementById("problem");
  const send = document.getElementById("send");
  const token = document.querySelector("meta[name=form-token]").content;
  const files = new Map();

  const formatOf = (name) =>
    /\.(csv|tsv|txt)$/i.test(name) ? "csv" : /\.(h5|hdf5)$/i.test(name) ? "h5" : /\.json$/i.test(name) ? "json" : "";
  const contentOf = (name, options) => {
    const stem = name.toLowerCase().replace(/\.[^.]*$/, "");
    if (formatOf(name) === "json") return "details";
    return options.includes(stem) ? stem : "";
  };
  const sizeOf = (bytes) => bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

  const add = (list) => {
    problem.textContent = "";
    for (const file of list) {
      if (!formatOf(file.name)) {
        problem.textContent = `${file.name}: found a file of another kind; expected .csv, .h5 or recording.json.`;
        continue;
      }
      const row = template.content.firstElementChild.cloneNode(true);
      const select = row.querySelector("select");
      const options = [...select.options].map((option) => option.value);
      row.cells[0].textContent = file.name;
      row.cells[1].textContent = sizeOf(file.size);
      select.setAttribute("aria-label", `What ${file.name} is`);
      select.value = contentOf(file.name, options);
      const remove = row.querySelector("button");
      remove.setAttribute("aria-label", `remove ${file.name}`);
      remove.addEventListener("click", () => {
        files.delete(row);
        row.remove();
        chosen.hidden = files.size === 0;
        input.focus();
      });
      files.set(row, file);
      rows.append(row);
    }
    chosen.hidden = files.size === 0;
  };

  input.addEventListener("change", () => { add(input.files); input.value = ""; });
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => { event.preventDefault(); add(event.dataTransfer.files); });
  // A file that misses the field must not replace the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

  const post = (path, body, sent) => new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    request.setRequestHeader("X-RetroGait-Token", token);
    request.responseType = "json";
    if (sent) request.upload.addEventListener("progress", (event) => sent(event.loaded));
    request.addEventListener("load", () => request.status === 200
      ? resolve(request.response)
      : reject(new Error(request.response?.message ?? `The viewer refused it (${request.status}). Load the page again.`)));
    request.addEventListener("error", () => reject(new Error("The viewer does not answer. Is it still running?")));
    request.send(body);
  });
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  const upload = async () => {
    const list = [...files].map(([row, file]) => ({ file, content: row.querySelector("select").value }));
    if (list.length === 0) throw new Error("Choose the files of a recording first.");
    const unknown = list.find((one) => !one.content);
    if (unknown) throw new Error(`${unknown.file.name}: say what it is.`);
    const names = list.map((one) => one.content);
    const twice = names.find((name, k) => names.indexOf(name) !== k);
    if (twice) throw new Error(`Two files are said to be '${twice.replace("_", " ")}'; a recording has one of each.`);
    const total = list.reduce((sum, one) => sum + one.file.size, 0) || 1;
    const { id } = await post("/upload/begin", "");
    let before = 0;
    bar.hidden = false;
    bar.setAttribute("aria-label", "Sent");
    for (const { file, content } of list) {
      progress.textContent = `Sending ${file.name}.`;
      const query = new URLSearchParams({ id, content, format: formatOf(file.name) });
      await post(`/upload/file?${query}`, file, (loaded) => { bar.value = (before + loaded) / total; });
      before += file.size;
      bar.value = before / total;
    }
    bar.hidden = true;
    bar.setAttribute("aria-label", "Analyzed");
    const said = new URLSearchParams();
    for (const name of ["subject", "session", "day"]) said.set(name, form.elements[name].value);
    let status = await post(`/upload/start?${new URLSearchParams({ id })}`, said.toString());
    const began = Date.now();
    while (["waiting", "analyzing", "receiving"].includes(status.state)) {
      progress.textContent = `${status.message} ${Math.round((Date.now() - began) / 1000)} s`;
      // Of long recordings only is it known how much is done.
      bar.hidden = !(status.share < 1);
      if (!bar.hidden) bar.value = status.share;
      await pause(300);
      const answer = await fetch(`/upload/status?${new URLSearchParams({ id })}`);
      status = await answer.json();
    }
    if (status.state !== "done") throw new Error(status.message);
    return status;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    progress.textContent = "";
    send.disabled = true;
    try {
      const status = await upload();
      progress.textContent = `${status.message} `;
      const link = document.createElement("a");
      link.href = status.link;
      link.textContent = "Open the session";
      progress.append(link);
      link.focus();
      rows.replaceChildren();
      files.clear();
      chosen.hidden = true;
    } catch (error) {
      progress.textContent = "";
      problem.textContent = error.message;
    } finally {
      bar.hidden = true;
      send.disabled = false;
    }
  });
}
