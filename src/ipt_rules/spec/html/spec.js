"use strict";
// Everything can be read without this script. It filters lists, opens what a link leads to, and opens all for print.

const ancestors = (node) => {
  const found = [];
  for (let one = node; one; one = one.parentElement) if (one.tagName === "DETAILS") found.push(one);
  return found;
};

// Filters

const plural = (count, what) => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;

const prepare = (form) => {
  const rows = [...document.querySelectorAll(form.dataset.rows)];
  const words = rows.map((row) => new Set((row.dataset.is || "").split(" ")));
  const boxes = [...form.querySelectorAll("fieldset")].map((one) => [...one.querySelectorAll("input")]);
  const search = form.querySelector("input[type=search]");
  const told = form.querySelector("output");
  const holders = [...new Set(rows.flatMap((row) => {
    const found = [];
    for (let one = row.parentElement; one && one.tagName !== "MAIN"; one = one.parentElement) {
      if (one.matches("tbody, .block, .feature, .chapter")) found.push(one);
    }
    return found;
  }))];
  let texts = null;  // read once, and only when somebody looks for a text

  const apply = () => {
    const asked = boxes.map((group) => group.filter((box) => box.checked).map((box) => box.value))
      .filter((group) => group.length);
    const sought = search.value.trim().toLowerCase();
    if (sought && !texts) texts = rows.map((row) => row.textContent.toLowerCase());
    let count = 0;
    rows.forEach((row, at) => {
      const shown = asked.every((group) => group.some((word) => words[at].has(word)))
        && (!sought || texts[at].includes(sought));
      row.hidden = !shown;
      count += shown;
    });
    const filtered = count < rows.length;
    for (const one of holders) {
      one.hidden = filtered && !rows.some((row) => !row.hidden && one.contains(row));
      if (filtered && !one.hidden && one.tagName === "DETAILS") one.open = true;
    }
    told.textContent = filtered ? `Shown: ${count.toLocaleString("en")} of ${plural(rows.length, form.dataset.of)}`
      : `All ${plural(rows.length, form.dataset.of)} shown`;
  };

  form.addEventListener("input", apply);
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  form.showAll = () => { form.reset(); apply(); };
  if (search.value || boxes.flat().some((box) => box.checked)) apply();  // a browser may keep them over a reload
};

const forms = [...document.querySelectorAll("form.filters")];
forms.forEach(prepare);

// A link leads to what it names, be that closed or filtered away

const lead = () => {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  if (place.closest("[hidden]")) {
    forms.filter((form) => document.querySelector(form.dataset.rows)?.closest("main > section")?.contains(place))
      .forEach((form) => form.showAll());
  }
  ancestors(place).forEach((one) => { one.open = true; });
  place.scrollIntoView();
};
addEventListener("hashchange", lead);
addEventListener("load", lead);

// A table that is wider than its frame is scrolled by keyboard too

const frames = new ResizeObserver((seen) => seen.forEach(({ target }) => {
  if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
  else target.removeAttribute("tabindex");
}));
document.querySelectorAll(".wide").forEach((one) => frames.observe(one));

// Open and close the chapters of a part

for (const part of document.querySelectorAll("#specification, #rules")) {
  const chapters = part.querySelectorAll(".chapter");
  const bar = document.createElement("p");
  for (const [words, open] of [["Open all chapters", true], ["Close all chapters", false]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.addEventListener("click", () => chapters.forEach((one) => { one.open = open; }));
    bar.append(button, " ");
  }
  chapters[0]?.before(bar);
}

// On a narrow screen the contents would stand before everything else

if (matchMedia("(max-width: 60rem)").matches) document.querySelector("nav > details").open = false;

// Print shows everything that is not filtered away

let opened = [];
addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  opened.forEach((one) => { one.open = true; });
});
addEventListener("afterprint", () => opened.forEach((one) => { one.open = false; }));
