/** How far something is: in words, and as a bar for the eye. */
export function Progress({ label, done, of }: { label: string; done: number; of: number }) {
  return (
    <div className="how-far">
      <label htmlFor="progress">{label}</label>
      <progress id="progress" value={done} max={Math.max(of, 1)} />
    </div>
  )
}
