/** True where a place in a sentence lies between 《 and 》: the year there belongs to the name of a document. */
export function insideTitleMarks(sentence: string, at: number): boolean {
  return sentence.lastIndexOf("《", at) > sentence.lastIndexOf("》", at);
}
