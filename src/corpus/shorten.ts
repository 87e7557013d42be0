/** A text cut between words (Latin) or characters (Han) to at most `limit` characters, with an ellipsis if anything was cut. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const head = text.slice(0, limit - 1);
  const whole = /\p{Script=Han}/u.test(head) ? head : head.replace(/\s+\S*$/, '');
  return `${whole.replace(/[\s,.;:，。；：]+$/, '')}…`;
}
