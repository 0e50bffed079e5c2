// What the page remembers in this browser. Storage may be forbidden; then it is remembered until the page is left.

const memory = new Map();

function storageOf(lasting) {
  try {
    return lasting ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

/** A value that is remembered: beyond the tab when `lasting`, else as long as the tab is open. */
export function remembered(name, fallback, lasting = true) {
  return {
    get value() {
      try {
        const text = storageOf(lasting)?.getItem(name) ?? null;
        return text === null ? memory.get(name) ?? fallback : JSON.parse(text);
      } catch {
        return fallback;
      }
    },
    set value(value) {
      memory.set(name, value);
      try {
        storageOf(lasting)?.setItem(name, JSON.stringify(value));
      } catch {
        // Full or forbidden.
      }
    },
  };
}
