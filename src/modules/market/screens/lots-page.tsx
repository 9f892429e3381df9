import { useState } from 'react'
import { asciiDigits } from '../../../platform/persian.ts'
import { SelectField, TextField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { PageHeader } from '../../../ui/layout.tsx'
import { type LotState, lotStates } from '../contract/states.ts'
import { words } from '../words.ts'
import { LotsTable } from './lots-table.tsx'

const WHOLE_CODE = 9
/** Lots the reader works on; a scanned code finds its lot, because a scanner types it. */
export function Screen() {
  const say = useSay()
  const [code, setCode] = useState('')
  const [state, setState] = useState<LotState>()
  const found = asciiDigits(code).replaceAll(/\D/g, '')
  return (
    <>
      <PageHeader title={say(words.lots)} />
      <div className="grid gap-3 pb-4 sm:grid-cols-2">
        <TextField label={say(words['find-code'])} hint={say(words['find-code-hint'])} isCode value={code} onChange={setCode} />
        <SelectField
          label={say(words['lot-state'])}
          empty="—"
          value={state}
          onChange={setState}
          choices={lotStates.map((one) => ({ value: one, label: say(words[`lot-state-${one}`]) }))}
        />
      </div>
      <LotsTable filter={{ ...(state === undefined ? {} : { state }), ...(found.length === WHOLE_CODE ? { code: found } : {}) }} />
    </>
  )
}
