import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { z } from 'zod'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { asciiDigits } from '../../../platform/persian.ts'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import { FilterBar, useFilters } from '../../../ui/filters.tsx'
import { useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { listLots } from '../contract/lots.ts'
import { lotStates } from '../contract/states.ts'
import { lotCodeProblem } from '../rules/lot-code.ts'
import { words } from '../words.ts'
import { LotsTable } from './lots-table.tsx'
import { useScanner } from './scanner.ts'

const Search = z.object({
  state: z.enum(lotStates).optional().catch(undefined),
  code: z.coerce.string().max(20).optional().catch(undefined),
})
/** Lots the reader works on. A whole code, typed or scanned, opens its lot at once. */
export function Screen() {
  const say = useSay()
  const filters = useFilters(Search)
  useScanner(useMay('market.work-lot'))
  const { state, code = '' } = filters.values
  return (
    <>
      <PageHeader title={say(words.lots)} />
      <FilterBar filters={filters}>
        <CodeField code={code} onChange={(typed) => filters.change({ code: typed === '' ? undefined : typed })} />
        <SelectField
          label={say(words['lot-state'])}
          empty="—"
          value={state}
          onChange={(next) => filters.change({ state: next })}
          choices={lotStates.map((one) => ({ value: one, label: say(words[`lot-state-${one}`]) }))}
        />
      </FilterBar>
      <LotsTable filter={state === undefined ? {} : { state }} />
    </>
  )
}
/** The code of a paper. A wrong digit is said before anything is looked up. */
function CodeField({ code, onChange }: { readonly code: string; readonly onChange: (code: string) => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const problem = lotCodeProblem(code)
  const read = useRead(listLots, { limit: 1, code }, { enabled: problem === undefined })
  const found = problem === undefined ? read.data?.lots[0]?.id : undefined
  useEffect(() => {
    if (found !== undefined) void navigate({ to: `/staff/lots/${found}`, replace: true })
  }, [found, navigate])
  const isNowhere = problem === undefined && read.data !== undefined && found === undefined
  const error = problem === 'wrong' ? say(words['code-wrong']) : isNowhere ? say(words['code-nowhere']) : undefined
  return (
    <TextField
      label={say(words['find-code'])}
      hint={say(words['find-code-hint'])}
      error={error}
      isCode
      value={code}
      onChange={(typed) => onChange(asciiDigits(typed).replaceAll(/\D/g, ''))}
    />
  )
}
