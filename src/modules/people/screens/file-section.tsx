import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { words as access } from '../../../access/words.ts'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate, formatInstant } from '../../../ui/format.ts'
import { useLanguage, useSay, wordFor } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { EmptyState, Read } from '../../../ui/states.tsx'
import { type File, listReaders, readFile } from '../contract.ts'
import { words } from '../words.ts'

/** The file of whoever carries it: closed until opened, because opening is written down. */
export function FileSection({ personId }: { readonly personId: string }) {
  const say = useSay()
  const may = useMay('people.read-file')
  const [isOpen, setOpen] = useState(false)
  const file = useRead(readFile, { personId }, { enabled: may && isOpen })
  if (!may) return null
  return (
    <Card title={say(words.file)}>
      {isOpen ? <Read of={file}>{(data) => <Shown file={data} />}</Read> : <Button onPress={() => setOpen(true)}>{say(words.file)}</Button>}
      {isOpen ? <Readers personId={personId} /> : null}
    </Card>
  )
}
function Shown({ file }: { readonly file: File }) {
  const say = useSay()
  const language = useLanguage()
  const none = say(words['not-recorded'])
  const { identity, contact, household, ground } = file
  return (
    <Facts
      facts={[
        [say(words['given-name']), identity.givenName],
        [say(words['family-name']), identity.familyName],
        [say(words['father-name']), identity.fatherName ?? none],
        [
          say(words['national-id']),
          <bdi key="id" dir="ltr">
            {identity.nationalId === null ? none : digits(identity.nationalId, language)}
          </bdi>,
        ],
        [say(words['born-on']), identity.bornOn === null ? none : formatDate(identity.bornOn, language)],
        [
          say(words.phone),
          contact?.phone == null ? (
            none
          ) : (
            <a key="phone" dir="ltr" className="text-brand" href={`tel:${contact.phone}`}>
              {digits(contact.phone, language)}
            </a>
          ),
        ],
        [say(words['whose-phone']), contact?.whosePhone == null ? none : say(wordFor(words, `whose-${contact.whosePhone}`))],
        [say(words.household), household === null ? none : digits(`${household.size}`, language)],
        [say(words.ground), ground === null ? none : say(wordFor(words, `ground-precise-${ground.precise}`))],
      ]}
    />
  )
}
function Readers({ personId }: { readonly personId: string }) {
  const say = useSay()
  const language = useLanguage()
  const readers = useRead(listReaders, { personId })
  return (
    <div className="pt-4">
      <h3 className="font-semibold">{say(words.readers)}</h3>
      <Read of={readers}>
        {(data) =>
          data.readers.length === 0 ? (
            <EmptyState>{say(words['no-readers'])}</EmptyState>
          ) : (
            <ul>
              {data.readers.map((one) => (
                <li key={`${one.at} ${one.action}`} className="text-dense">
                  {[
                    say(wordFor(access, `role-${one.role}`)),
                    one.office,
                    one.purpose === null ? null : say(wordFor(words, `purpose-${one.purpose}`)),
                    formatInstant(one.at, language),
                  ]
                    .filter((part) => part !== null)
                    .join(' · ')}
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </div>
  )
}
