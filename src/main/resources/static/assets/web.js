// One small module for all pages. Without it everything still works by plain links and forms.

// --- quick exit: hidden at once, then erased, then out ------------------------------------------
const exit = document.querySelector(".exit");
let escapes = [];

function leave(event) {
  event?.preventDefault();
  document.documentElement.classList.add("gone");
  document.title = " ";
  // before the page goes: a browser may drop what a page asks for while it is being replaced
  navigator.sendBeacon("/chat/leave");
  location.replace(exit.dataset.exit);
}

exit?.addEventListener("click", leave);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.repeat) return;
  const now = Date.now();
  escapes = escapes.filter((then) => now - then < 2000).concat(now);
  if (escapes.length >= 3) leave(event);
});
// a page from the back-forward cache may show what was erased
addEventListener("pageshow", (event) => event.persisted && location.reload());

// --- finding a country --------------------------------------------------------------------------
const find = document.querySelector("#find");
if (find) {
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
  const items = [...document.querySelectorAll(".countries li")];
  const none = document.querySelector(".no-match");
  find.closest("p").hidden = false;
  find.addEventListener("input", () => {
    const wanted = plain(find.value);
    for (const item of items) item.hidden = !plain(item.textContent).includes(wanted);
    none.textContent = items.every((item) => item.hidden) ? none.dataset.say : "";
  });
}

// --- the chat -----------------------------------------------------------------------------------
const chat = document.querySelector(".chat");
if (chat) startChat(chat.dataset);

function startChat(words) {
  const log = chat.querySelector(".log");
  const status = chat.querySelector(".status");
  const notice = chat.querySelector(".notice");
  const form = chat.querySelector(".composer");
  const box = form.elements.text;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const seen = new Set([...log.querySelectorAll("[data-id]")].map((it) => Number(it.dataset.id)));
  const queue = [];
  let last = Number(words.last);
  let sending = false;
  let retry = 0;
  let typingEnds = 0;

  // --- showing ---
  function el(tag, className, ...children) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    node.append(...children);
    return node;
  }

  /** As the server shows it: nothing that reorders or hides text. */
  const clean = (text) => text.replace(/[\u202a-\u202e\u2066-\u2069\u2028\u2029\ufff9-\ufffb]|(?![\n\t])\p{Cc}/gu, "");

  function piece({ text, href }) {
    if (!href || !/^(https:|tel:)/.test(href)) return text;
    const link = el("a", "", text);
    link.href = href;
    link.rel = "noreferrer noopener";
    return link;
  }

  function bubble({ id, key, mine, parts, buttons }) {
    const said = el("p", "", el("span", "sr", mine ? words.you : words.bot), " ", el("bdi", "", ...parts.map(piece)));
    said.dir = "auto";
    const node = el("div", mine ? "msg mine" : "msg bot", said);
    if (id) node.dataset.id = id;
    node.dataset.key = key;
    if (buttons?.length) {
      const choices = el("form", "buttons", ...buttons.map((it) => {
        const button = el("button", "", it.label);
        button.name = "button";
        button.value = it.id;
        return button;
      }));
      choices.action = "/chat/buttons";
      choices.method = "post";
      choices.setAttribute("role", "group");
      choices.setAttribute("aria-label", words.choices);
      node.append(choices);
    }
    return node;
  }

  function toEnd(node) {
    const tall = node.offsetHeight > innerHeight * 0.6;
    node.scrollIntoView({ block: tall ? "start" : "end", behavior: calm.matches ? "auto" : "smooth" });
  }

  function add(node) {
    log.querySelector(".pending")?.remove();
    log.append(node);
    toEnd(node);
  }

  function dropButtons() {
    const hadFocus = log.contains(document.activeElement) && document.activeElement !== log;
    for (const old of log.querySelectorAll(".buttons")) old.remove();
    if (hadFocus) log.focus({ preventScroll: true });
  }

  function show(message) {
    last = Math.max(last, message.id);
    if (seen.has(message.id)) return;
    seen.add(message.id);
    const own = message.mine && log.querySelector(`[data-key="${CSS.escape(message.key)}"]`);
    if (own) {
      own.dataset.id = message.id;
      own.classList.remove("unsent");
      return;
    }
    if (message.mine) dropButtons();
    else typing(false);
    add(bubble(message));
  }

  /** Removes what the server has erased. */
  function keep(ids) {
    const kept = new Set(ids);
    for (const node of log.querySelectorAll("[data-id]")) {
      if (!kept.has(Number(node.dataset.id))) node.remove();
    }
    if (!log.querySelector(".covered [data-id]")) log.querySelector(".covered")?.remove();
  }

  function typing(on) {
    typingEnds = on ? Date.now() + 8000 : 0;
    if (on) setTimeout(() => Date.now() >= typingEnds && line("typing", ""), 8050);
    line("typing", on ? words.typing : "");
  }

  const lines = { connection: "", typing: "", left: "" };
  function line(kind, text) {
    lines[kind] = text;
    const shown = lines.connection || lines.typing || lines.left;
    if (status.textContent !== shown) status.textContent = shown;
    status.classList.toggle("dots", shown !== "" && shown === lines.typing);
  }

  function tell(text) {
    notice.firstElementChild.textContent = text ?? "";
    notice.classList.toggle("empty", !text);
  }

  // --- listening ---
  let source = null;
  let alive = 0;
  let attempts = 0;
  let timer = 0;

  function listen() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`/chat/stream?after=${last}`);
    const mine = source;
    const on = (name, what) => mine.addEventListener(name, (event) => {
      if (mine !== source) return;
      connected();
      what?.(event.data);
    });
    on("open");
    on("beat");
    on("message", (data) => show(JSON.parse(data)));
    on("typing", () => typing(true));
    on("kept", (data) => keep(JSON.parse(data)));
    mine.addEventListener("error", () => mine === source && lost());
  }

  function connected() {
    const wasLost = attempts > 0;
    alive = Date.now();
    attempts = 0;
    line("connection", "");
    if (wasLost) pump();
  }

  function hang() {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  function lost() {
    hang();
    line("connection", words.reconnecting);
    const wait = Math.min(1000 * 2 ** attempts++, 30000) * (0.7 + Math.random() * 0.6);
    timer = setTimeout(async () => {
      await ask();
      if (!source && !document.hidden) listen();
    }, wait);
  }

  /** What was missed, when listening does not work: a proxy may cut streams. */
  async function ask() {
    try {
      const response = await fetch(`/chat/messages?after=${last}`, { headers: { Accept: "application/json" } });
      if (response.status === 401) return renew();
      if (!response.ok) return;
      const missed = await response.json();
      keep(missed.kept);
      missed.messages.forEach(show);
    } catch {
      // still away: the next attempt is on its way
    }
  }

  /** The session is gone, left in another tab perhaps: begin again. */
  function renew() {
    const [entry] = performance.getEntriesByType("navigation");
    const again = entry?.type === "reload" && performance.now() < 15000;
    if (again || !navigator.cookieEnabled) tell(words.cookies);
    else location.reload();
  }

  addEventListener("offline", () => lost());
  addEventListener("online", () => { attempts = 0; listen(); pump(); });
  document.addEventListener("visibilitychange", () => {
    // a hidden page holds no connection: browsers allow few to one server
    if (document.hidden) hang();
    else if (!source) listen();
  });
  setInterval(() => source && alive && Date.now() - alive > 40000 && lost(), 5000);

  // --- sending: one after the other, kept until taken ---
  function newKey() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((it) => it.toString(16).padStart(2, "0")).join("");
  }

  function send(url, field, value, label) {
    const key = newKey();
    const fields = { key, [field]: value };
    if (form.elements.source) fields.source = form.elements.source.value;
    dropButtons();
    const node = bubble({ key, mine: true, parts: [{ text: clean(label) }] });
    add(node);
    tell("");
    queue.push({ url, fields, node, text: field === "text" ? value : "" });
    pump();
  }

  async function pump() {
    if (sending || !queue.length) return;
    clearTimeout(retry);
    retry = 0;
    sending = true;
    const item = queue[0];
    try {
      const response = await fetch(item.url, {
        method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(item.fields),
      });
      const answer = await response.json().catch(() => ({}));
      if (response.ok) taken(item, answer);
      else if (response.status === 429 || response.status >= 500) later(item, response);
      else refused(item, answer.say);
    } catch {
      later(item, null);
    }
    sending = false;
    if (!retry) pump();
  }

  function taken(item, answer) {
    queue.shift();
    item.node.classList.remove("unsent");
    item.tries = 0;
    tell("");
    if (answer.session !== words.session) renew();
    else if (!log.querySelector(`.mine[data-key="${item.fields.key}"] ~ .bot`)) typing(true);
    if (!source) ask();
  }

  function later(item, response) {
    item.tries = (item.tries ?? 0) + 1;
    item.node.classList.add("unsent");
    const asked = Number(response?.headers.get("Retry-After"));
    const wait = asked > 0 ? asked * 1000 : Math.min(1000 * 2 ** item.tries, 15000);
    retry = setTimeout(pump, wait);
    tell(!response ? words.waiting : response.status === 429 ? words.fast : words.away);
  }

  function refused(item, say) {
    queue.shift();
    item.node.remove();
    box.value = [item.text, box.value].filter(Boolean).join("\n");
    grow();
    tell(say ?? words.away);
  }

  // --- the box ---
  function grow() {
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
    const left = 4000 - box.value.trim().length;
    line("left", left < 300 ? words.left.replace("#", left) : "");
  }

  box.addEventListener("input", grow);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box.value.trim();
    if (!text || text.length > 4000) return tell(text ? words.long : words.empty);
    box.value = "";
    grow();
    send("/chat/messages", "text", text, text);
  });

  log.addEventListener("submit", (event) => {
    event.preventDefault();
    const button = event.submitter;
    if (button) send(event.target.getAttribute("action"), button.name, button.value, button.textContent);
  });

  const latest = log.querySelector(":scope > .msg:last-of-type");
  if (latest && last) latest.scrollIntoView({ block: "end" });
  grow();
  listen();
}
