/** What was typed into a form, as browsers send it with or without a script. */
export type Form = (name: string) => string
export const formIn = (body: unknown): Form => {
  const form = new URLSearchParams(typeof body === 'string' ? body : '')
  return (name) => form.get(name) ?? ''
}
