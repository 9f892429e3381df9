/** Text made safe for HTML; the only thing this type lets through into a page. */
export interface Html {
  readonly html: string
}
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

type Part = Html | string | number | readonly Html[] | null
/** A piece of a page: whatever stands in the holes is escaped unless it is a piece itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const shown = parts.map((part) => {
    if (part === null) return ''
    if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
    return 'html' in part ? part.html : part.map((one) => one.html).join('')
  })
  return { html: texts.reduce((page, text, place) => `${page}${text}${shown[place] ?? ''}`, '') }
}
