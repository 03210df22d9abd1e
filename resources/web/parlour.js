// SPDX-License-Identifier: Apache-2.0
// Comfort only: suggests people while a name is typed. Everything works without it.
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
