// The words of the page, which the server put into the form in the reader's language.

let words = {};

export function learn(all) {
  words = all;
}

// The words of a key; {0} and so on stand for the arguments.
export function say(key, ...values) {
  const pattern = words[key] ?? key;
  return pattern.replace(/\{(\d)\}/g, (_, n) => String(values[Number(n)] ?? ""));
}

// Says something to those who do not see the screen. A second time the same is said again.
export function announce(text) {
  const line = document.getElementById("grid-say");
  line.textContent = line.textContent === text ? text + "\u00a0" : text;
}

// An element with text in it; nothing here is ever made from markup.
export function element(name, look = "", text = "") {
  const made = document.createElement(name);
  if (look) made.className = look;
  if (text) made.textContent = text;
  return made;
}

export function button(text, press) {
  const made = element("button", "button quiet", text);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
