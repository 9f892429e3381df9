const HOUR = 3_600_000
/** The machine itself: whoever works on it, or a proxy that does not say for whom it asks. */
const isHere = (address: string): boolean => address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
/** A line at home has one address of the fourth version, or a whole block of the sixth. */
function lineOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}
/**
 * Lets an address do so much in an hour. Addresses are held in memory for that hour and are written nowhere; many homes may share one, so the bound
 * is wide.
 */
export function openGate(most: number): (address: string, now: Date) => boolean {
  const counts = new Map<string, number>()
  let hour = -1
  return (address, now) => {
    if (isHere(address)) return true
    const current = Math.floor(now.getTime() / HOUR)
    if (current !== hour) counts.clear()
    hour = current
    const line = lineOf(address)
    const count = (counts.get(line) ?? 0) + 1
    counts.set(line, count)
    return count <= most
  }
}
