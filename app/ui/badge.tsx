/** How urgent something is. Each tone has a shape of its own as well: colour is never the only sign. */
export type Tone = 'late' | 'soon' | 'good' | 'calm' | 'mute'

/** A state in a word. */
export function Badge({ tone, children }: { tone: Tone; children: string }) {
  return <span className={`badge ${tone}`}>{children}</span>
}
