/**
 * Sees to it that this browser opens /talk without a network. A newer worker is looked for, and takes over when no page of the
 * one before is open any more. Gives whether there is one.
 */
export async function startWorker(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  const { active } = await navigator.serviceWorker.ready
  return active !== null
}
