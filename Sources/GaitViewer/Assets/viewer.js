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

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const isAtWork = (status) => ["waiting", "analyzing", "receiving"].includes(status.state);

// An upload that is being analyzed: the page shows how far it is, and is loaded anew when it has ended.
const watched = document.querySelector("[data-status]");
if (watched) {
  (async () => {
    const began = Date.now();
    for (;;) {
      const status = await (await fetch(watched.dataset.status)).json();
      if (!isAtWork(status)) break;
      watched.textContent = `${status.message} ${Math.round((Date.now() - began) / 1000)} s`;
      await pause(300);
    }
    location.reload();
  })();
}

const form = document.getElementById("upload");
if (form) {
  const drop = document.getElementById("drop");
  const chosen = document.getElementById("chosen");
  const rows = document.getElementById("file-rows");
  const template = document.getElementById("file-row");
  const progress = document.getElementById("progress");
  const leftOut = document.getElementById("left-out");
  const bar = document.getElementById("bar");
  const problem = document.getElementById("problem");
  const send = document.getElementById("send");
  const inputs = ["files", "folder"].map((id) => document.getElementById(id));
  const token = document.querySelector("meta[name=form-token]").content;
  const endings = form.dataset.endings.split(",");
  // What is said here stands in the page, in its language.
  const words = JSON.parse(form.dataset.words);
  const filled = (sentence, text) => sentence.split("{1}").join(text);
  const files = new Map();
  let passedOver = [];

  const isRead = (name) => endings.some((ending) => name.toLowerCase().endsWith(ending));
  // What systems leave in folders and archives.
  const isHidden = (path) => path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
  const megabytes = new Intl.NumberFormat(
    document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false });
  const sizeOf = (bytes) => bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${megabytes.format(bytes / 1e6)} MB`;

  const show = () => {
    chosen.hidden = files.size === 0;
    const shown = passedOver.slice(0, 5).join(", ") + (passedOver.length > 5 ? ", …" : "");
    leftOut.textContent = passedOver.length === 0 ? "" : filled(words.leftOut, shown);
  };
  const add = (list) => {
    problem.textContent = "";
    const known = new Set([...files.values()].map((one) => one.path));
    for (const { file, path } of list) {
      if (isHidden(path) || known.has(path)) continue;
      known.add(path);
      if (!isRead(path)) {
        passedOver.push(path);
        continue;
      }
      const row = template.content.firstElementChild.cloneNode(true);
      const select = row.querySelector("select");
      row.cells[0].textContent = path;
      row.cells[1].textContent = sizeOf(file.size);
      if (/\.json$/i.test(path)) select.remove();
      select.setAttribute("aria-label", filled(words.placement, path));
      const remove = row.querySelector("button");
      remove.setAttribute("aria-label", filled(words.remove, path));
      remove.addEventListener("click", () => {
        files.delete(row);
        row.remove();
        show();
        inputs[0].focus();
      });
      files.set(row, { file, path });
      rows.append(row);
    }
    show();
  };

  for (const input of inputs) {
    input.addEventListener("change", () => {
      add([...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })));
      input.value = "";
    });
  }

  // The files of an entry that was dropped, and of all folders below it.
  const filesOf = async (entry) => {
    const path = entry.fullPath.replace(/^\//, "");
    if (entry.isFile) return [{ file: await new Promise((resolve, reject) => entry.file(resolve, reject)), path }];
    const reader = entry.createReader();
    const found = [];
    for (;;) {
      // Browsers give a hundred entries at a time.
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (some.length === 0) return found;
      for (const inside of some) found.push(...await filesOf(inside));
    }
  };
  const dropped = async (transfer) => {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter((entry) => entry);
    if (entries.length === 0) return [...transfer.files].map((file) => ({ file, path: file.name }));
    return (await Promise.all(entries.map(filesOf))).flat();
  };
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const kind of ["dragleave", "drop"]) drop.addEventListener(kind, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    dropped(event.dataTransfer).then(add, (error) => { problem.textContent = filled(words.unreadable, error.message); });
  });
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
      : reject(new Error(request.response?.message ?? filled(words.refused, request.status))));
    request.addEventListener("error", () => reject(new Error(words.unanswered)));
    request.send(body);
  });

  const upload = async () => {
    const list = [...files].map(([row, one]) => ({ ...one, placement: row.querySelector("select")?.value ?? "" }));
    if (list.length === 0) throw new Error(words.nothing);
    const total = list.reduce((sum, one) => sum + one.file.size, 0) || 1;
    const { id } = await post("/upload/begin", "");
    let before = 0;
    bar.hidden = false;
    bar.setAttribute("aria-label", words.sent);
    for (const { file, path, placement } of list) {
      progress.textContent = filled(words.sending, path);
      const query = new URLSearchParams({ id, name: path, placement });
      await post(`/upload/file?${query}`, file, (loaded) => { bar.value = (before + loaded) / total; });
      before += file.size;
      bar.value = before / total;
    }
    bar.hidden = true;
    bar.setAttribute("aria-label", words.analyzed);
    const said = new URLSearchParams();
    for (const name of ["subject", "session", "day"]) said.set(name, form.elements[name].value);
    let status = await post(`/upload/start?${new URLSearchParams({ id })}`, said.toString());
    const began = Date.now();
    while (isAtWork(status)) {
      progress.textContent = `${status.message} ${Math.round((Date.now() - began) / 1000)} s`;
      // Of long recordings only is it known how much is done.
      bar.hidden = !(status.share < 1);
      if (!bar.hidden) bar.value = status.share;
      await pause(300);
      const answer = await fetch(`/upload/status?${new URLSearchParams({ id })}`);
      status = await answer.json();
    }
    if (!status.link) throw new Error(status.message);
    return status;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.textContent = "";
    progress.textContent = "";
    send.disabled = true;
    try {
      location.assign((await upload()).link);
    } catch (error) {
      progress.textContent = "";
      problem.textContent = error.message;
    } finally {
      bar.hidden = true;
      send.disabled = false;
    }
  });
}
