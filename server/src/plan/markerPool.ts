import type { Marker } from "./model.js";

/** Gives for the marker of a line the same object as for every other line that begins with the same characters. */
export type MarkerPool = (line: string, marker: Marker) => Marker;

/** A long draft begins hundreds of its lines with the same few markers: what is held once is at hand. */
export function markerPool(): MarkerPool {
  const known = new Map<string, Marker>();
  return (line, marker) => {
    const written = line.slice(0, marker.span.end);
    const before = known.get(written);
    if (before) return before;
    known.set(written, marker);
    return marker;
  };
}
