import { persianStrings as dictionary } from './dictionary.ts'

const MODULE = /[\\/]private[\\/]intl[\\/](?:([\w-]+)[\\/])?en-US\.(?:m?js|cjs)$/
const EXPORT = /export\s*\{\s*(\S+)\s+as\s+default\s*\};?/

/** A Vite plugin that lets the component library speak Persian: each of its dictionaries asks, at the time of speaking, which language the page is in. */
export function persianStrings() {
  return {
    name: 'kariz-persian-strings',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      const match = MODULE.exec(id.split('?')[0] ?? '')
      const texts = match === null ? undefined : dictionary[match[1] ?? 'intl']
      const exported = EXPORT.exec(code)?.[1]
      if (texts === undefined || exported === undefined) return null
      return { code: code.replace(EXPORT, () => bilingual(exported, JSON.stringify(texts))), map: null }
    },
  }
}
function bilingual(name: string, texts: string): string {
  return `const persian = ${texts};
const fill = (text, args) => text.replace(/\\{(\\w+)\\}/g, (_, key) => String(args?.[key] ?? ''));
for (const key of Object.keys(persian)) {
  const original = ${name}[key];
  ${name}[key] = (args, formatter) => document.documentElement.lang === 'en' ? (typeof original === 'function' ? original(args, formatter) : original) : fill(persian[key], args);
}
export { ${name} as default };`
}
