const cards = JSON.parse(document.getElementById("cards").textContent);
const words = JSON.parse(document.getElementById("words").textContent);
const all = selector => [...document.querySelectorAll(selector)];
const make = (tag, text, name) => Object.assign(document.createElement(tag), { textContent: text, className: name || "" });
const panel = document.getElementById("card");
let pinned = null;

function fill(id) {
  const card = cards[id], rows = document.createElement("dl");
  card.rows.forEach(([name, value], at) => rows.append(make("dt", name), make("dd", value, at < card.main ? "main" : "")));
  const steps = document.createElement("ol"), how = document.createElement("details");
  card.steps.forEach(step => steps.append(make("li", step)));
  how.append(make("summary", words.derivation), steps);
  const told = new Set(all(`mark[data-claim="${id}"]`).flatMap(mark => (mark.closest(".quoted")?.dataset.findings || "").split(" ")));
  const links = [...told].map(name => document.getElementById(name)).filter(Boolean).map(found => {
    const link = make("a", found.querySelector("p").textContent, "told " + found.dataset.severity);
    link.href = "#" + found.id;
    return link;
  });
  panel.replaceChildren(make("h3", card.text), rows, ...links, how, make("div", id, "meta"));
}

function show(mark) {
  fill(mark.dataset.claim);
  all("mark.open").forEach(other => other.classList.remove("open"));
  all(`mark[data-claim="${mark.dataset.claim}"]`).forEach(other => other.classList.add("open"));
  panel.hidden = false;
  const box = mark.getBoundingClientRect(), wide = panel.offsetWidth, high = panel.offsetHeight;
  const below = box.bottom + high + 16 < innerHeight || box.top < high + 16;
  panel.style.left = scrollX + Math.max(12, Math.min(box.left, document.documentElement.clientWidth - wide - 12)) + "px";
  panel.style.top = scrollY + (below ? box.bottom + 8 : box.top - high - 8) + "px";
}

function hide() {
  pinned = null;
  panel.hidden = true;
  all("mark.open").forEach(mark => mark.classList.remove("open"));
}

function pin(mark) {
  pinned = mark;
  show(mark);
}

function filter() {
  const on = new Set(all("[data-severity-filter][aria-pressed=true]").map(button => button.dataset.severityFilter));
  const rule = document.getElementById("rule")?.value || "";
  let left = 0;
  all(".finding").forEach(item => {
    item.hidden = !on.has(item.dataset.severity) || (rule !== "" && item.dataset.rule !== rule);
    left += !item.hidden;
  });
  const shown = document.getElementById("shown");
  if (shown) shown.textContent = left;
  all(".quoted").forEach(place => place.classList.toggle("off", place.dataset.findings.split(" ").every(id => document.getElementById(id)?.hidden ?? true)));
}

function light(names) {
  all(".lit").forEach(item => item.classList.remove("lit"));
  names.forEach(id => document.getElementById(id)?.classList.add("lit"));
  document.getElementById(names.find(id => document.getElementById(id)?.hidden === false) || "")?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("pointerover", event => {
  const mark = event.target.closest("mark");
  if (mark && !pinned) show(mark);
});
document.addEventListener("pointerout", event => {
  if (event.target.closest("mark") && !pinned && !panel.contains(event.relatedTarget)) hide();
});
document.addEventListener("focusin", event => {
  const mark = event.target.closest("mark");
  if (mark && mark.matches(":focus-visible")) pin(mark);
});
document.addEventListener("click", event => {
  const mark = event.target.closest("mark"), place = event.target.closest(".quoted"), button = event.target.closest("button");
  if (mark) pin(mark);
  else if (!panel.contains(event.target)) hide();
  if (place) light(place.dataset.findings.split(" "));
  if (event.target.closest("a.told")) hide();
  if (!button) return;
  if (button.dataset.severityFilter) {
    button.setAttribute("aria-pressed", button.getAttribute("aria-pressed") !== "true");
    filter();
  }
  if (button.dataset.same) {
    const folds = [...button.closest(".pair").querySelectorAll("details.fold")], open = folds.some(fold => !fold.open);
    folds.forEach(fold => { fold.open = open; });
  }
  if (button.id === "theme") {
    const root = document.documentElement;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  }
});
document.addEventListener("keydown", event => {
  const mark = event.target.closest("mark");
  if (event.key === "Escape") hide();
  if (mark && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    pin(mark);
  }
});
document.getElementById("rule")?.addEventListener("change", filter);
document.getElementById("theme").hidden = false;
const named = document.getElementById(location.hash.slice(1));
if (named && named.matches("mark")) pin(named);
