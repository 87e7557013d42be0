const key = 'searches';
const most = 8;

/** What was searched for lately, the last first. It stays on the device. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

/** Keeps a search that led somewhere. */
export function keepSearch(query: string): void {
  const text = query.trim();
  if (text === '') return;
  write([text, ...recentSearches().filter((one) => one !== text)].slice(0, most));
}

export function forgetSearches(): void {
  write([]);
}

function write(searches: string[]): void {
  try {
    if (searches.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(searches));
  } catch {
    // Without storage nothing is kept.
  }
}
