import { useState } from 'react'
import { useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { SelectField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { listOrganisations } from '../../partners/contract.ts'
import { type Permit, submitPermit } from '../contract/permits.ts'
import { words } from '../words.ts'
import { LetterFields, NO_LETTER } from './letter-fields.tsx'

interface Props {
  readonly permit: Permit
  readonly countyCode: string
  readonly leadOrganisationId: string | null
}
const OUTSIDE = 'outside'
/** Hands the request in, by the number it has there; on a desk of the house only where she said yes to that. */
export function SubmitPermit({ permit, countyCode, leadOrganisationId }: Props) {
  const say = useSay()
  const agencies = useRead(listOrganisations, { kind: 'agency', countyCode })
  const [letter, setLetter] = useState(NO_LETTER)
  const [where, setWhere] = useState<string | undefined>(leadOrganisationId ?? OUTSIDE)
  const write = useWrite(submitPermit)
  const press = (): void =>
    write.mutate({
      input: { id: permit.id, ...letter, organisationId: where === undefined || where === OUTSIDE ? null : where, version: permit.version },
    })
  return (
    <div className="mt-4 flex flex-col gap-4 rounded-control bg-sunken p-3">
      <h3 className="font-semibold">{say(words['submit-permit'])}</h3>
      <p className="text-ink-2">{say(words['submit-hint'])}</p>
      <LetterFields of="request" value={letter} onChange={setLetter} />
      <SelectField
        label={say(words['submit-where'])}
        isRequired
        value={where}
        onChange={setWhere}
        choices={[
          ...(agencies.data?.organisations ?? []).map(({ id, nameFa }) => ({
            value: id,
            label: say(words['submit-desk'], { agency: nameFa }),
          })),
          { value: OUTSIDE, label: say(words['submit-outside']) },
        ]}
      />
      <ProblemBox error={write.error} />
      <Button look="primary" isDisabled={letter.letterDate === null} isPending={write.isPending} onPress={press}>
        {say(words['submit-permit'])}
      </Button>
    </div>
  )
}
