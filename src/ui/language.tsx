import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { type Catalogue, format, type Language, type Values, type Word } from '../platform/words.ts'
import { digits } from './format.ts'

interface Spoken {
  readonly language: Language
  readonly catalogue: Catalogue
  readonly change: (language: Language) => void
}
const Context = createContext<Spoken>({ language: 'fa', catalogue: new Map(), change: () => undefined })

/** The language of everything inside: texts, digits, dates, direction. Persian texts come with their words, others from the catalogue. */
export function LanguageProvider({ language, catalogue, change, children }: Spoken & { readonly children: ReactNode }) {
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr'
  }, [language])
  const value = useMemo(() => ({ language, catalogue, change }), [language, catalogue, change])
  return (
    <Context value={value}>
      <I18nProvider locale={language === 'fa' ? 'fa-IR' : 'en-GB'}>{children}</I18nProvider>
    </Context>
  )
}
export function useLanguage(): Language {
  return useContext(Context).language
}
export function useChangeLanguage(): (language: Language) => void {
  return useContext(Context).change
}
export type Say = (word: Word, values?: Values) => string
/** Says a word in the page's language, with the digits that belong to it. */
export function useSay(): Say {
  const { language, catalogue } = useContext(Context)
  return (word, values) =>
    digits(format(language === 'fa' ? word.message : (catalogue.get(word.id) ?? word.message), language, values), language)
}
/** The word under a key made at run time (`position-queued`); the key itself when there is none, so that a gap is seen. */
export function wordFor(words: Readonly<Record<string, Word>>, key: string): Word {
  return words[key] ?? { id: key, message: key }
}
