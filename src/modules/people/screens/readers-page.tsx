import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { words as access } from '../../../access/words.ts'
import { useRead } from '../../../platform/client.ts'
import { formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { PrintSheet } from '../../../ui/print-sheet.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { listReaders } from '../contract.ts'
import { words } from '../words.ts'

/** The sheet she may take home or have read to her: which office, in which role, when and why. No name of hers stands on it. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { personId = '' } = useParams({ strict: false })
  const readers = useRead(listReaders, { personId })
  const [today] = useState(() => new Date().toISOString().slice(0, 10))
  return (
    <>
      <div className="no-print">
        <PageHeader title={say(words.readers)} />
      </div>
      <Read of={readers}>
        {(data) => (
          <PrintSheet title={say(words['readers-sheet'])} office="" number="" date={formatDate(today, language, 'short')} signatures={[]}>
            <p className="pb-4">{say(words['readers-sheet-text'])}</p>
            {data.readers.length === 0 ? (
              <EmptyState>{say(words['no-readers'])}</EmptyState>
            ) : (
              <ul>
                {grouped(data.readers).map(({ one, times }) => (
                  <li key={`${one.at} ${one.action}`} className="border-line border-b py-2">
                    <span className="block font-semibold">{one.office ?? say(wordFor(access, `role-${one.role}`))}</span>
                    <span className="block text-dense">
                      {[
                        say(wordFor(access, `role-${one.role}`)),
                        say(words[ACTS[one.action] ?? 'act-read']),
                        one.purpose === null ? null : say(wordFor(words, `purpose-${one.purpose}`)),
                        times === 1 ? null : say(words['act-times'], { n: times }),
                        formatInstant(one.at, language),
                      ]
                        .filter((part) => part !== null)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </PrintSheet>
        )}
      </Read>
    </>
  )
}
type Reader = z.infer<typeof listReaders.output>['readers'][number]
/** The same office doing the same on the same day is one line with its number of times; the newest time is told. */
function grouped(readers: readonly Reader[]): readonly { readonly one: Reader; readonly times: number }[] {
  const lines = new Map<string, { one: Reader; times: number }>()
  for (const one of readers) {
    const key = [one.at.slice(0, 10), one.role, one.office, one.purpose, ACTS[one.action]].join(' ')
    const line = lines.get(key)
    if (line === undefined) lines.set(key, { one, times: 1 })
    else line.times += 1
  }
  return [...lines.values()]
}
type Act =
  | 'act-read'
  | 'act-contact'
  | 'act-document'
  | 'act-safety'
  | 'act-means'
  | 'act-answers'
  | 'act-business'
  | 'act-break'
  | 'act-roster'
const ACTS: Readonly<Record<string, Act>> = {
  'people.read-documents': 'act-document',
  'people.open-documents': 'act-document',
  'people.read-contact': 'act-contact',
  'people.read-safety': 'act-safety',
  'people.read-means': 'act-means',
  'interviews.ask-means': 'act-means',
  'interviews.call-from-seat': 'act-contact',
  'interviews.read-answers': 'act-answers',
  'businesses.read-card': 'act-business',
  'road.print-roster': 'act-roster',
  'people.break-glass': 'act-break',
  'people.read-behind-glass': 'act-break',
}
