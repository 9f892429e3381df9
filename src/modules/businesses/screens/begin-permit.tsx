import { useState } from 'react'
import { newCommandId, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { ChoiceField } from '../../../ui/fields.tsx'
import { useSay } from '../../../ui/language.tsx'
import { Card } from '../../../ui/layout.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { beginPermit } from '../contract/permits.ts'
import { words } from '../words.ts'
import { LetterFields, NO_LETTER } from './letter-fields.tsx'

const BEGINNINGS = ['draft', 'issued', 'not-required'] as const
const ISSUERS = ['labour', 'portal'] as const
/** How the permit of a business stands at first. */
export function BeginPermit({ businessId }: { readonly businessId: string }) {
  const say = useSay()
  const [begins, setBegins] = useState<(typeof BEGINNINGS)[number]>('draft')
  const [letter, setLetter] = useState(NO_LETTER)
  const [issuedBy, setIssuer] = useState<(typeof ISSUERS)[number]>('labour')
  const [expiresOn, setExpires] = useState<string | null>(null)
  const write = useWrite(beginPermit)
  const isHeld = begins === 'issued'
  const press = (): void => {
    const named = begins === 'draft' ? NO_LETTER : letter
    const rest = { issuedBy: isHeld ? issuedBy : null, expiresOn: isHeld ? expiresOn : null }
    write.mutate({ input: { businessId, id: newCommandId(), begins, ...named, ...rest } })
  }
  return (
    <Card title={say(words.permit)}>
      <div className="flex flex-col gap-4">
        <ChoiceField
          label={say(words['begin-how'])}
          value={begins}
          onChange={setBegins}
          choices={BEGINNINGS.map((one) => ({ value: one, label: say(words[`begin-${one}`]) }))}
        />
        {begins === 'draft' ? null : <LetterFields of={isHeld ? 'permit' : 'letter'} value={letter} onChange={setLetter} />}
        {isHeld ? (
          <>
            <DateField label={say(words['expires-on'])} isRequired value={expiresOn} onChange={setExpires} />
            <ChoiceField
              label={say(words['issued-by'])}
              value={issuedBy}
              onChange={setIssuer}
              choices={ISSUERS.map((one) => ({ value: one, label: say(words[`issued-by-${one}`]) }))}
            />
          </>
        ) : null}
        <ProblemBox error={write.error} />
        <Button look="primary" isPending={write.isPending} onPress={press}>
          {say(words['begin-permit'])}
        </Button>
      </div>
    </Card>
  )
}
