import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { DataTable } from '../../../ui/data-table.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, TextField } from '../../../ui/fields.tsx'
import { formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, ProblemBox } from '../../../ui/states.tsx'
import { useCounties } from '../../territory/screens/port.ts'
import { addMembership, endMembership, type Membership, type MembershipKind, membershipKinds } from '../contract.ts'
import { words } from '../words.ts'

/** What the organisation is and was in the plan, each part with its counties, days and letter. */
export function MembershipsCard({
  organisationId,
  memberships,
}: {
  readonly organisationId: string
  readonly memberships: readonly Membership[]
}) {
  const say = useSay()
  const language = useLanguage()
  const { countyName } = useCounties()
  const mayChange = useMay('partners.add-membership')
  const [open, setOpen] = useState<Membership | 'adding'>()
  const separator = language === 'en' ? ', ' : '، '
  const close = (): void => setOpen(undefined)
  return (
    <Card
      title={say(words.memberships)}
      actions={
        mayChange && memberships.every(({ validTo }) => validTo !== null) ? (
          <Button onPress={() => setOpen('adding')}>{say(words['add-membership'])}</Button>
        ) : undefined
      }
    >
      {memberships.length === 0 ? (
        <EmptyState>{say(words['no-memberships'])}</EmptyState>
      ) : (
        <DataTable
          label={say(words.memberships)}
          rows={memberships}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'kinds',
              title: say(words.kinds),
              cell: ({ kinds }) => kinds.map((kind) => say(wordFor(words, `kind-${kind}`))).join(separator),
            },
            { key: 'counties', title: say(words.counties), cell: ({ counties }) => counties.map(countyName).join(separator) },
            { key: 'from', title: say(words['valid-from']), cell: ({ validFrom }) => formatDate(validFrom, language, 'short') },
            {
              key: 'letter',
              title: say(words['letter-number']),
              cell: ({ letterNumber }) => <bdi>{letterNumber ?? '—'}</bdi>,
            },
            {
              key: 'to',
              title: say(words['valid-to']),
              cell: (membership) =>
                membership.validTo !== null ? (
                  formatDate(membership.validTo, language, 'short')
                ) : mayChange ? (
                  <Button look="quiet" onPress={() => setOpen(membership)}>
                    {say(words['end-membership'])}
                  </Button>
                ) : (
                  say(words.open)
                ),
            },
          ]}
        />
      )}
      {open === 'adding' ? <Adding organisationId={organisationId} onClose={close} /> : null}
      {open === undefined || open === 'adding' ? null : <Ending membership={open} onClose={close} />}
    </Card>
  )
}
function Adding({ organisationId, onClose }: { readonly organisationId: string; readonly onClose: () => void }) {
  const say = useSay()
  const { counties } = useCounties()
  const [kinds, setKinds] = useState<readonly MembershipKind[]>([])
  const [where, setWhere] = useState<readonly string[]>([])
  const [validFrom, setValidFrom] = useState<string | null>(null)
  const [letterNumber, setLetterNumber] = useState('')
  const [letterDate, setLetterDate] = useState<string | null>(null)
  const write = useWrite(addMembership)
  const press = (): void => {
    if (validFrom === null) return
    const letter = { letterNumber: letterNumber.trim() === '' ? null : letterNumber, letterDate }
    const input = { id: newCommandId(), organisationId, kinds: [...kinds], counties: [...where], validFrom, ...letter }
    write.mutate({ input }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['add-membership'])} isOpen onClose={onClose}>
      <div className="flex flex-col gap-4 pb-4">
        <CheckField
          label={say(words.kinds)}
          value={kinds}
          onChange={setKinds}
          choices={membershipKinds.map((one) => ({ value: one, label: say(wordFor(words, `kind-${one}`)) }))}
        />
        <CheckField
          label={say(words.counties)}
          value={where}
          onChange={setWhere}
          choices={counties.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <FieldGrid>
          <DateField label={say(words['valid-from'])} isRequired value={validFrom} onChange={setValidFrom} />
          <TextField label={say(words['letter-number'])} value={letterNumber} onChange={setLetterNumber} />
          <DateField label={say(words['letter-date'])} value={letterDate} onChange={setLetterDate} />
        </FieldGrid>
      </div>
      <ProblemBox error={write.error} />
      <Button
        look="primary"
        isDisabled={kinds.length === 0 || where.length === 0 || validFrom === null}
        isPending={write.isPending}
        onPress={press}
      >
        {say(words['add-membership'])}
      </Button>
    </Dialog>
  )
}
function Ending({ membership, onClose }: { readonly membership: Membership; readonly onClose: () => void }) {
  const say = useSay()
  const [validTo, setValidTo] = useState<string | null>(null)
  const write = useWrite(endMembership)
  const press = (): void => {
    if (validTo !== null) write.mutate({ input: { id: membership.id, validTo, version: membership.version } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={say(words['end-membership'])} isOpen onClose={onClose}>
      <DateField label={say(words['valid-to'])} isRequired value={validTo} onChange={setValidTo} />
      <div className="pt-4">
        <ProblemBox error={write.error} />
        <Button look="danger" isDisabled={validTo === null} isPending={write.isPending} onPress={press}>
          {say(words['end-membership'])}
        </Button>
      </div>
    </Dialog>
  )
}
