// SPDX-License-Identifier: Apache-2.0
// Comfort only: suggests people while a name is typed, and keeps the status page up to date. Everything works without it.
"use strict";

(() => {
  const kDelayMs = 200;
  const kFewestLetters = 2;

  // The words behind the last ";": earlier people stay as they are.
  const lastName = (text) => text.slice(text.lastIndexOf(";") + 1).trim();
  const before = (text) => text.slice(0, text.lastIndexOf(";") + 1);

  const offer = (list, kept, people) => {
    list.replaceChildren(...people.map((person) => {
      const option = document.createElement("option");
      option.value = (kept ? kept + " " : "") + person.address;
      option.label = person.name || person.address;
      return option;
    }));
  };

  const suggest = async (field) => {
    const words = lastName(field.value);
    if (words.length < kFewestLetters) return;
    const query = new URLSearchParams(field.dataset.people);
    const category = field.form.elements.namedItem("category");
    if (query.has("category") && category) query.set("category", category.value);
    query.set("words", words);
    const response = await fetch("/api/eligible?" + query, {credentials: "same-origin"});
    if (!response.ok) return;
    const answer = await response.json();
    if (lastName(field.value) === words) offer(field.list, before(field.value), answer.result);
  };

  for (const field of document.querySelectorAll("input[data-people]")) {
    let timer = 0;
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => suggest(field).catch(() => {}), kDelayMs);
    });
  }
})();

(() => {
  const kKept = "data-keep";  // parts of the page that this script writes itself

  const sameKind = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName;

  const takeAttributes = (old, fresh) => {
    for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    for (const {name, value} of fresh.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  };

  // Changes only what differs, so that focus and selection stay.
  const become = (old, fresh) => {
    if (old.nodeType === Node.TEXT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    if (old.hasAttribute(kKept)) return;
    takeAttributes(old, fresh);
    const wanted = [...fresh.childNodes];
    while (old.childNodes.length > wanted.length) old.lastChild.remove();
    wanted.forEach((child, index) => {
      const present = old.childNodes[index];
      if (!present) {
        old.append(document.adoptNode(child));
      } else if (sameKind(present, child)) {
        become(present, child);
      } else {
        present.replaceWith(document.adoptNode(child));
      }
    });
  };

  const begin = (part) => {
    const period = Number(part.dataset.live);
    const label = part.querySelector(".live");
    const button = part.querySelector(".live-button");
    let paused = false;
    let failed = false;
    let busy = false;

    const say = () => {
      label.querySelector(".live-text").textContent = paused ? "Paused" :
          failed ? "The server does not answer" : `Live, updated every ${period / 1000} s`;
      label.classList.toggle("on", !paused && !failed);
      label.classList.toggle("off", paused || failed);
      button.querySelector(".icon").className = `icon icon-${paused ? "play" : "pause"}`;
      button.lastChild.textContent = paused ? "Go on" : "Pause";
    };
    const refresh = async () => {
      if (paused || busy || document.hidden) return;
      busy = true;
      try {
        const response = await fetch(location.href, {credentials: "same-origin"});
        const text = await response.text();
        const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("[data-live]");
        if (response.redirected || response.status === 401) return location.reload();
        failed = !response.ok || !fresh;
        if (!failed && !paused) become(part, fresh);
      } catch {
        failed = true;
      } finally {
        busy = false;
      }
      say();
    };
    button.addEventListener("click", () => {
      paused = !paused;
      say();
      refresh();
    });
    button.hidden = false;
    say();
    setInterval(refresh, period);
  };

  for (const part of document.querySelectorAll("[data-live]")) begin(part);
})();
