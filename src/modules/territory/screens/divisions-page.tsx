import { Link, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { useRead } from '../../../platform/client.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { digits } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { type Division, listDivisions } from '../contract.ts'
import { words } from '../words.ts'

const Search = z.object({
  in: z.coerce
    .string()
    .regex(/^\d{2,10}$/)
    .optional()
    .catch(undefined),
})
const PROVINCE = '18'
/** From the province down to its settlements, one level at a time. */
export function Screen() {
  const say = useSay()
  const language = useLanguage()
  const { in: parentCode = PROVINCE } = Search.parse(useSearch({ strict: false }))
  const below = useRead(listDivisions, { parentCode })
  const all = useRead(listDivisions, {})
  const here = all.data?.divisions.find(({ code }) => code === parentCode)
  const above = all.data?.divisions.find(({ code }) => code === here?.parentCode)
  const named = ({ nameFa, nameEn }: Division): string => (language === 'en' ? (nameEn ?? nameFa) : nameFa)
  const link = (code: string, text: string) => (
    <Link
      to="/staff/divisions"
      search={{ in: code }}
      className="inline-flex min-h-11 items-center font-semibold text-brand underline-offset-4 hover:underline lg:min-h-0"
    >
      {text}
    </Link>
  )
  return (
    <>
      <PageHeader
        title={say(words.divisions)}
        facts={here === undefined ? undefined : `${say(wordFor(words, `level-${here.level}`))} ${named(here)}`}
        actions={above === undefined ? undefined : link(above.code, say(words.back, { name: named(above) }))}
      />
      <Read of={below}>
        {({ divisions }) =>
          divisions.length === 0 ? (
            <EmptyState>{say(words['no-divisions'])}</EmptyState>
          ) : (
            <DataTable
              label={say(words.divisions)}
              rows={divisions}
              keyOf={({ code }) => code}
              columns={[
                { key: 'name', title: say(words.name), cell: (one) => link(one.code, named(one)), sortBy: named },
                { key: 'level', title: say(words.level), cell: ({ level }) => say(wordFor(words, `level-${level}`)) },
                {
                  key: 'code',
                  title: say(words.code),
                  cell: ({ code }) => <bdi dir="ltr">{digits(code, language)}</bdi>,
                  sortBy: ({ code }) => code,
                },
              ]}
            />
          )
        }
      </Read>
    </>
  )
}
