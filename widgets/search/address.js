// What is searched for stands in the page's address as "?q=", so that going back or loading anew finds it again.

const NAME = "q";

/** What the address says is searched for; "" where it says nothing. */
export function addressedQuery() {
  return new URLSearchParams(location.search).get(NAME) ?? "";
}

/** The address as if nothing were searched for. */
export function addressWithoutQuery() {
  const address = new URL(location.href);
  if (address.searchParams.has(NAME)) address.searchParams.delete(NAME);
  return address;
}

/** Let the address say what is searched for, without a new step in the history; "" takes it away. */
export function addressQuery(query) {
  const address = addressWithoutQuery();
  if (query) {
    address.searchParams.set(NAME, query);
    // A place in the page is what a result has led to, and this is the page on which one searches.
    address.hash = "";
  }
  if (address.href === location.href) return;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Some browsers let no file change its address, and none lets it change often: then going back shows an empty field.
  }
}
