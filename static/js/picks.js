/* Ticks in a list stand in the address, so that every link, filter and way back has them. Without a
   script a button keeps them. */
(() => {
  "use strict";

  const list = document.getElementById("found");
  if (!list) return;

  const picked = () => new URLSearchParams(location.search).get("pick") ?? "";

  const withPicks = (address) => {
    const url = new URL(address, location.href);
    if (picked()) url.searchParams.set("pick", picked());
    else url.searchParams.delete("pick");
    return url.pathname + url.search + url.hash;
  };

  const keep = ({ value, checked }) => {
    const others = picked().split(".").filter((each) => each && each !== value);
    const url = new URL(location.href);
    const now = checked ? [...others, value] : others;
    if (now.length) url.searchParams.set("pick", now.join("."));
    else url.searchParams.delete("pick");
    history.replaceState(history.state, "", url);
  };

  document.addEventListener("change", ({ target }) => {
    if (!target.matches("#found .compare__pick input")) return;
    keep(target);
    for (const link of document.querySelectorAll("#found a[href^='?']")) {
      link.href = withPicks(link.getAttribute("href"));
    }
    window.htmx.ajax("GET", withPicks(location.href), {
      source: "#picked",
      target: "#picked",
      select: "#picked > *",
      swap: "innerHTML",
    });
  });

  /* What htmx asks for next was written down before the last tick. */
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    if (!detail.elt.closest("#found")) return;
    delete detail.parameters.pick;
    detail.path = withPicks(detail.path);
  });
})();
