(() => {
  // Addresses of the time when a result was one page name a part of it that stands elsewhere now:
  // each way there says which parts it leads to.
  const leadOn = (fragment) => {
    const kind = fragment.replace(/^(practice|pitfall|drawback|principle|answer)-.*$/, "$1");
    const way = document.querySelector(`[data-fragments~="${CSS.escape(kind)}"]`);
    if (way && way.pathname !== location.pathname) location.replace(`${way.href}#${fragment}`);
  };
  // A link into something folded unfolds it first: not every browser does so by itself.
  const follow = () => {
    const fragment = decodeURIComponent(location.hash.slice(1));
    const target = document.getElementById(fragment);
    if (!target) return fragment && leadOn(fragment);
    const own = target.matches("details") ? target : target.querySelector(":scope > details");
    if (own) own.open = true;
    const folded = target.closest("details:not([open])");
    if (folded) folded.open = true;
    if (own || folded) target.scrollIntoView();
  };
  window.addEventListener("hashchange", follow);
  follow();
})();
