import { useState } from 'react'
import { useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { movePermit, type Permit, type PermitReason, type PermitState } from '../contract/permits.ts'
import { permitMoves } from '../rules/permit.ts'
import { words } from '../words.ts'
import { LetterFields, NO_LETTER } from './letter-fields.tsx'
import { ReasonField } from './reason-field.tsx'

/** Moves no review makes. */
const OWN = ['draft', 'issued', 'renewal-due', 'expired', 'withdrawn', 'suspended', 'revoked', 'inactive', 'agency-review'] as const
type Own = (typeof OWN)[number]
const WITHOUT_LETTER: ReadonlySet<Own> = new Set<Own>(['draft', 'renewal-due', 'expired', 'withdrawn', 'inactive'])
const WITH_REASON: ReadonlySet<Own> = new Set<Own>(['suspended', 'revoked'])
/** What may be recorded from here without an answer of a reviewer. */
function ownMovesFrom(state: PermitState): readonly Own[] {
  const allowed: readonly PermitState[] = permitMoves[state]
  return OWN.filter((to) => allowed.includes(to) && (to !== 'agency-review' || state === 'rejected'))
}
export function MovePermit({ permit }: { readonly permit: Permit }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [to, setTo] = useState<Own>()
  const [letter, setLetter] = useState(NO_LETTER)
  const [reason, setReason] = useState<PermitReason>()
  const [expiresOn, setExpires] = useState<string | null>(permit.expiresOn)
  const write = useWrite(movePermit)
  const moves = ownMovesFrom(permit.state)
  if (moves.length === 0) return null
  if (!isOpen)
    return (
      <div className="pt-4">
        <Button look="quiet" onPress={() => setOpen(true)}>
          {say(words['move-permit'])}
        </Button>
      </div>
    )
  const press = (): void => {
    if (to === undefined) return
    const named = WITHOUT_LETTER.has(to) ? NO_LETTER : letter
    const rest = { reason: reason ?? null, expiresOn: to === 'issued' ? expiresOn : null }
    write.mutate({ input: { id: permit.id, to, ...named, ...rest, version: permit.version } })
  }
  return (
    <div className="mt-4 flex flex-col gap-4 rounded-control bg-sunken p-3">
      <SelectField
        label={say(words['move-to'])}
        isRequired
        value={to}
        onChange={setTo}
        choices={moves.map((one) => ({ value: one, label: say(words[`permit-state-${one}`]) }))}
      />
      {to === undefined || WITHOUT_LETTER.has(to) ? null : (
        <LetterFields of={to === 'issued' ? 'permit' : 'letter'} value={letter} onChange={setLetter} />
      )}
      {to === 'issued' ? <DateField label={say(words['expires-on'])} isRequired value={expiresOn} onChange={setExpires} /> : null}
      {to !== undefined && WITH_REASON.has(to) ? <ReasonField value={reason} onChange={setReason} /> : null}
      <ProblemBox error={write.error} />
      <div className="flex flex-wrap gap-2">
        <Button look="primary" isDisabled={to === undefined} isPending={write.isPending} onPress={press}>
          {say(words['move-permit'])}
        </Button>
        <Button look="quiet" onPress={() => setOpen(false)}>
          {say(words.cancel)}
        </Button>
      </div>
    </div>
  )
}
