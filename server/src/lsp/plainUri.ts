/** Editors differ in what they escape. */
export function plainUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    // A stray per cent sign: it is compared as it is.
    return uri;
  }
}
