/** Ids made on this device: what differs in nothing else is the same thing said again. */
const made = new Set<string>()
/** A UUIDv7 made in the browser: 48 bits of time, the rest random. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const at = Date.now()
  for (let place = 0; place < 6; place++) bytes[place] = Math.floor(at / 2 ** (8 * (5 - place))) % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  made.add(id)
  return id
}
export interface Sending<I> {
  readonly command: string
  readonly input: I
}
/**
 * What goes out when something is sent. If the last sending got no answer and the same is said again, it is that very sending, ids included: had
 * it arrived after all, the work is not done twice. Something else is a sending of its own. What is kept on the device keeps its command with it,
 * so that it is the same sending after the page was loaded anew, too.
 */
export function sendingOf<I>(input: I, unanswered: Sending<I> | undefined, kept?: string): Sending<I> {
  const isSame = unanswered !== undefined && sayingOf(unanswered.input) === sayingOf(input)
  return isSame ? unanswered : { command: kept ?? newCommandId(), input }
}
/** An input as text, without the ids that were made for it on this device. */
function sayingOf(input: unknown): string {
  return JSON.stringify(input, (_name, value: unknown) => (typeof value === 'string' && made.has(value) ? '' : value)) ?? ''
}
