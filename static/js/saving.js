/* Saves answers while they are given: each question by itself, what is typed at every pause and
   at the latest when the page is hidden. A request outlives its page as long as it fits in what
   browsers allow for that. htmx only puts the parts that come back in their places. */
(() => {
  "use strict";
  const PAUSE = 900;
  const LONGEST_WAIT = 5000;
  const PATIENCE = 8000;
  const FITS = 64 * 1024;
  const MOST_EARLIER = 4;
  const KEPT = "questionnaire:unanswered";
  const FRESH = 10 * 60 * 1000;

  const form = document.getElementById("answers");
  const states = new Map();
  let elsewhere = [];
  let onward = null;
  let submitted = false;
  let signsOut = false;

  const byId = (id) => document.getElementById(id);
  const template = (name) => byId(name).content.cloneNode(true);

  /* `typed`: given and not sent yet; `latest`: the request whose answer is waited for; `earlier`:
     the bodies that may have arrived or not; `failed`: the last one was not, or not all, saved;
     `left`: one has left the page since, so that the next one may have been made before. */
  const stateOf = (id) => {
    if (!states.has(id)) {
      states.set(id, { typed: false, since: 0, timer: 0, latest: null, queued: null, earlier: [], failed: false, left: false });
    }
    return states.get(id);
  };
  const underway = new Set();
  const isWaiting = (state) => state.typed || state.latest !== null || state.queued !== null;
  const isFailed = ([id, { failed }]) => failed && byId(id) !== null;
  const isRefused = ([, { earlier }]) => !earlier.length;
  const isBusy = () => [...states.values()].some(isWaiting);
  /* What was worked out and not used is stored nowhere. */
  const isEstimating = () => [...document.querySelectorAll(".estimator input")].some(({ value, defaultValue }) => value !== defaultValue);
  const size = () => [...underway].reduce((total, each) => total + each.size, 0);

  const showStatus = (id, name) => byId(`status-${id.slice(2)}`)?.replaceChildren(template(name));

  const reason = (status) => {
    if (!status) return "unsaved-offline";
    if (status === 404) return "unsaved-gone";
    return status < 400 ? "unsaved-signed-out" : "unsaved-refused";
  };

  const explain = (id, status) => {
    byId(`said-${id.slice(2)}`)?.replaceChildren(template(reason(status)));
    showStatus(id, "unsaved-status");
  };

  /* A button that has done its work may be gone, and the keyboard's place with it. */
  const stay = (id, button) => {
    if (!button || document.activeElement !== document.body) return;
    const question = byId(id);
    const amount = button.name === "estimate" && question?.querySelector(".amount input");
    (amount || question)?.focus();
  };

  /* --- What is sent */

  const bodyOf = (question, button) => {
    const names = new Set(question.dataset.names.split(","));
    const body = new URLSearchParams([...new FormData(form)].filter(([name]) => names.has(name)));
    if (button) body.append(button.name, button.value);
    return body.toString();
  };

  /* Signing in again in another tab changes the token that this page was made with. */
  const token = () => {
    const cookie = /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie);
    return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
  };

  const post = async (id, address, own, button = null) => {
    const state = stateOf(id);
    const body = new URLSearchParams(own);
    for (const earlier of state.earlier) body.append(`${id.slice(2)}-sent`, earlier);
    const request = { own, size: body.toString().length, keepalive: true };
    request.keepalive = size() + request.size <= FITS;
    state.earlier = [...state.earlier.filter((each) => each !== own), own].slice(-MOST_EARLIER);
    Object.assign(state, { latest: request, typed: false, since: 0, left: false });
    underway.add(request);
    showStatus(id, "saving-status");
    let [status, ours, text] = [0, false, ""];
    try {
      const answer = await fetch(address + window.location.search, {
        method: "POST", body, keepalive: request.keepalive, headers: { "X-CSRFToken": token() },
      });
      text = await answer.text();
      status = answer.redirected ? 302 : answer.status;
      ours = answer.headers.get("HX-Trigger") === "questionnaire:answered";
    } catch {
      /* Nothing came back: `status` stays 0. */
    }
    underway.delete(request);
    settle(id, request, { status, ours, text, button });
  };

  const send = (id, { button = null, atOnce = false } = {}) => {
    const [question, state] = [byId(id), stateOf(id)];
    clearTimeout(state.timer);
    if (!question) return;
    if (state.latest && !atOnce) state.queued = { button };
    else post(id, question.dataset.address, bodyOf(question, button), button);
  };

  const touch = (id) => {
    const [state, now] = [stateOf(id), Date.now()];
    clearTimeout(state.timer);
    state.typed = true;
    state.since ||= now;
    const wait = Math.min(PAUSE, Math.max(0, state.since + LONGEST_WAIT - now));
    state.timer = setTimeout(() => send(id), wait);
    if (!state.latest) showStatus(id, "typed-status");
  };

  const flush = () => {
    for (const [id, state] of states) if (state.typed) send(id);
  };

  /* The page may be gone before an answer comes, so nothing waits for its turn. */
  const flushAtOnce = () => {
    for (const [id, state] of states) {
      if (!state.typed && !state.queued) continue;
      const { queued } = state;
      state.queued = null;
      send(id, { ...queued, atOnce: true });
    }
  };

  /* --- What comes back */

  const settle = (id, request, { status, ours, text, button }) => {
    const state = stateOf(id);
    /* A later request has told the same and more. */
    if (state.latest !== request) return;
    state.latest = null;
    if (ours) {
      state.earlier = [];
      state.failed = status >= 400;
      draw(id, text);
      if (state.typed) showStatus(id, "typed-status");
    } else {
      if (status && status < 500) state.earlier = [];
      state.failed = true;
      explain(id, status);
    }
    stay(id, button);
    if (state.queued) {
      const { queued } = state;
      state.queued = null;
      send(id, queued);
    }
    if (document.visibilityState === "hidden") keep();
    goOn();
  };

  /* What one types in is left alone, even where its question is drawn anew. */
  const draw = (id, text) => {
    const typing = [...states].filter(([other, state]) => (
      byId(other) && (state.typed || (other !== id && (state.latest || state.failed)))
    )).map(([other, state]) => {
      const question = byId(other);
      return { other, state, question, address: question.dataset.address, own: bodyOf(question) };
    });
    window.htmx.swap(document.body, text, { swapStyle: "none" });
    for (const { other, state, question, address, own } of typing) {
      const now = byId(other);
      if (!now && state.typed) post(other, address, own);
      if (!now || now === question) continue;
      fill(now, own);
      touch(other);
    }
  };

  const fill = (question, own) => {
    const given = new URLSearchParams(own);
    for (const field of question.querySelectorAll("input, textarea")) {
      const value = given.get(field.name);
      if (value === null) continue;
      if (field.type === "radio") field.checked = field.value === value;
      else if (field.value !== value) field.value = value;
      if (field.matches("textarea") && value) field.closest("details")?.setAttribute("open", "");
    }
  };

  /* --- Leaving */

  const goOn = () => {
    if (!onward || isBusy()) return;
    const { go, evenIfRefused } = onward;
    onward = null;
    const failed = [...states].find((each) => isFailed(each) && !(evenIfRefused && isRefused(each)));
    if (failed) byId(failed[0]).focus();
    else go();
  };

  const wait = (next) => {
    onward = next;
    flush();
    goOn();
  };

  /* Back and reload may show a page made before what was sent on leaving had arrived, so that page
     sends it once more; the same twice is saved once. */
  const keep = () => {
    const own = [...states].filter(([id, state]) => byId(id) && (isWaiting(state) || state.earlier.length || state.left))
      .map(([id, { latest, typed, earlier }]) => {
        const question = byId(id);
        const body = typed || !latest ? bodyOf(question) : latest.own;
        return { at: Date.now(), address: question.dataset.address, own: body, earlier };
      });
    const all = [...elsewhere, ...own];
    if (all.length && !signsOut) window.sessionStorage.setItem(KEPT, JSON.stringify(all));
    else window.sessionStorage.removeItem(KEPT);
  };

  const sendKept = () => {
    const kept = JSON.parse(window.sessionStorage.getItem(KEPT) ?? "[]");
    window.sessionStorage.removeItem(KEPT);
    const fresh = kept.filter(({ at }) => Date.now() - at < FRESH);
    const here = new Map([...document.querySelectorAll(".question")].map((each) => [each.dataset.address, each]));
    elsewhere = fresh.filter(({ address }) => !here.has(address));
    for (const { address, own, earlier } of fresh.filter((each) => here.has(each.address))) {
      const question = here.get(address);
      stateOf(question.id).earlier = earlier;
      fill(question, own);
      post(question.id, address, own);
    }
  };

  const hide = () => {
    flushAtOnce();
    keep();
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") hide();
    else window.sessionStorage.removeItem(KEPT);
  });
  window.addEventListener("pagehide", hide);
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });

  window.addEventListener("beforeunload", (event) => {
    if (submitted) return;
    flushAtOnce();
    for (const state of states.values()) state.left = isWaiting(state);
    const breaksOff = [...underway].some(({ keepalive }) => !keepalive) || (!navigator.onLine && isBusy());
    if (breaksOff || isEstimating() || [...states].some(isFailed)) event.preventDefault();
  });

  document.addEventListener("submit", (event) => {
    const { target, submitter } = event;
    if (event.defaultPrevented) return;
    if (isBusy()) {
      event.preventDefault();
      wait({ go: () => target.requestSubmit(submitter), evenIfRefused: target === form });
    } else if (target === form) submitted = true;
    else signsOut = true;
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.target === "_blank" || !isBusy()) return;
    event.preventDefault();
    const next = { go: () => window.location.assign(link.href), evenIfRefused: false };
    wait(next);
    setTimeout(() => { if (onward === next) next.go(); }, PATIENCE);
  });

  window.addEventListener("online", () => {
    for (const each of states) if (isFailed(each) && !isRefused(each)) send(each[0]);
  });

  sendKept();
  window.answers = { isTyped: (id) => stateOf(id).typed, send, touch };
})();
