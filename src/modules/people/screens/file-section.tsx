import { type ReactNode, useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { useRead } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { digits, formatDate } from '../../../ui/format.ts'
import { useLanguage, useSay } from '../../../ui/language.tsx'
import { Card, Facts } from '../../../ui/layout.tsx'
import { TextLink } from '../../../ui/link.tsx'
import { Read } from '../../../ui/states.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type File, readFile } from '../contract.ts'
import { words } from '../words.ts'
import { ContactDialog } from './contact-dialog.tsx'
import { AddressDialog, EndGroundDialog, GroundDialog, HouseholdDialog, SeeGroundDialog } from './group-dialogs.tsx'

/** The file of whoever carries it: closed until opened, because opening is written down. One joined to another is read only. */
export function FileSection({ personId, isReadOnly = false }: { readonly personId: string; readonly isReadOnly?: boolean }) {
  const say = useSay()
  const may = useMay('people.read-file')
  const [isOpen, setOpen] = useState(false)
  const file = useRead(readFile, { personId }, { enabled: may && isOpen })
  if (!may) return null
  return (
    <Card title={say(words.file)}>
      {isOpen ? (
        <Read of={file}>{(data) => <Shown file={data} isReadOnly={isReadOnly} />}</Read>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <Button onPress={() => setOpen(true)}>{say(words['file-open'])}</Button>
          <span className="text-ink-2 text-meta">{say(words['file-open-hint'])}</span>
        </div>
      )}
      <p className="pt-4">
        <TextLink to={`/staff/people/${personId}/readers`}>{say(words['readers-open'])}</TextLink>
      </p>
    </Card>
  )
}
type Editing = 'contact' | 'household' | 'address' | 'ground' | 'ground-see' | 'ground-end'
/** Absent where the file can only be read. */
type OnEdit = ((what: Editing) => void) | undefined
function Shown({ file, isReadOnly }: { readonly file: File; readonly isReadOnly: boolean }) {
  const [editing, setEditing] = useState<Editing>()
  const onEdit = isReadOnly ? undefined : setEditing
  return (
    <>
      <IdentityFacts file={file} />
      <ContactFacts file={file} onEdit={onEdit} />
      <HomeFacts file={file} onEdit={onEdit} />
      <GroundFacts file={file} onEdit={onEdit} />
      <Editor file={file} editing={editing} onClose={() => setEditing(undefined)} />
    </>
  )
}
function Editor({ file, editing, onClose }: { readonly file: File; readonly editing: Editing | undefined; readonly onClose: () => void }) {
  const { personId, contact, household, address, ground } = file
  if (editing === 'contact' && contact !== null) return <ContactDialog personId={personId} contact={contact} onClose={onClose} />
  if (editing === 'household' && household !== null) return <HouseholdDialog personId={personId} value={household} onClose={onClose} />
  if (editing === 'address' && address !== null) return <AddressDialog personId={personId} value={address} onClose={onClose} />
  if (editing === 'ground') return <GroundDialog personId={personId} onClose={onClose} />
  if (editing === 'ground-see' && ground !== null) return <SeeGroundDialog personId={personId} value={ground} onClose={onClose} />
  if (editing === 'ground-end' && ground !== null) return <EndGroundDialog personId={personId} value={ground} onClose={onClose} />
  return null
}
function IdentityFacts({ file: { identity } }: { readonly file: File }) {
  const say = useSay()
  const language = useLanguage()
  const none = say(words['not-recorded'])
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
      ]}
    />
  )
}
/** A group of the file with its name and the way to change it. */
function Group({
  title,
  onEdit,
  children,
}: {
  readonly title: string
  readonly onEdit: (() => void) | undefined
  readonly children: ReactNode
}) {
  const say = useSay()
  const may = useMay('people.change-groups')
  return (
    <section className="border-line border-t pt-3 mt-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-semibold">{title}</h3>
        {onEdit === undefined || !may ? null : (
          <Button look="quiet" label={`${say(words.change)}: ${title}`} onPress={onEdit}>
            {say(words.change)}
          </Button>
        )}
      </div>
      {children}
    </section>
  )
}
function ContactFacts({ file: { contact }, onEdit }: { readonly file: File; readonly onEdit: OnEdit }) {
  const say = useSay()
  const language = useLanguage()
  const none = say(words['not-recorded'])
  if (contact === null) return null
  const hour = (value: number): string => digits(`${value}:00`, language)
  const isOwn = contact.whosePhone === 'own'
  return (
    <Group title={say(words.contact)} onEdit={onEdit && (() => onEdit('contact'))}>
      <Facts
        facts={[
          [
            say(words.phone),
            contact.phone === null ? (
              none
            ) : (
              <a key="phone" dir="ltr" className="text-brand" href={`tel:${contact.phone}`}>
                {digits(contact.phone.replace(/^\+98/, '0'), language)}
              </a>
            ),
          ],
          [say(words['whose-phone']), contact.whosePhone === null ? none : say(words[`whose-${contact.whosePhone}`])],
          [
            say(words['call-hours']),
            contact.callFrom === null || contact.callTo === null
              ? none
              : say(words['call-from-to'], { from: hour(contact.callFrom), to: hour(contact.callTo) }),
          ],
          [say(words['safe-word']), contact.safeWord ?? none],
        ]}
      />
      <p className="pt-2 text-clay text-dense">{say(isOwn && contact.mayMessage ? words['may-message'] : words['no-message'])}</p>
      {isOwn ? null : <p className="text-clay text-dense">{say(words['other-answers'])}</p>}
    </Group>
  )
}
function HomeFacts({ file: { household, address }, onEdit }: { readonly file: File; readonly onEdit: OnEdit }) {
  const say = useSay()
  const language = useLanguage()
  const none = say(words['not-recorded'])
  const count = (value: number | null | undefined): string => (value == null ? none : digits(`${value}`, language))
  return (
    <>
      <Group title={say(words.household)} onEdit={household === null ? undefined : onEdit && (() => onEdit('household'))}>
        <Facts
          facts={[
            [say(words['household-size']), count(household?.size)],
            [say(words.dependants), count(household?.dependants)],
            [say(words['dependants-under-seven']), count(household?.dependantsUnderSeven)],
            [say(words['care-hours']), count(household?.careHours)],
            [say(words['has-disability']), household === null ? none : say(household.hasDisability ? words.yes : words.no)],
          ]}
        />
      </Group>
      <Group title={say(words.address)} onEdit={address === null ? undefined : onEdit && (() => onEdit('address'))}>
        <Facts
          facts={[
            [say(words.settlement), address?.settlement ?? none],
            [say(words['full-address']), address?.address ?? none],
          ]}
        />
      </Group>
    </>
  )
}
function GroundFacts({ file, onEdit }: { readonly file: File; readonly onEdit: OnEdit }) {
  const say = useSay()
  const language = useLanguage()
  const may = useMay('people.change-groups')
  const { ground, groundEndedOn } = file
  return (
    <Group title={say(words.ground)} onEdit={undefined}>
      {ground === null ? (
        <p>{say(words['not-recorded'])}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-2">
          {say(words[`ground-precise-${ground.precise}`])}
          {groundEndedOn === null ? (
            <Tag meaning="current">
              {ground.validTo === null
                ? say(words['ground-holds'])
                : say(words['ground-until'], { day: formatDate(ground.validTo, language) })}
            </Tag>
          ) : (
            <Tag meaning="due">{say(words['ground-ended'], { day: formatDate(groundEndedOn, language) })}</Tag>
          )}
          <Tag meaning={ground.isVerified ? 'done' : 'waiting'}>
            {say(ground.isVerified ? words['ground-verified'] : words['ground-unverified'])}
          </Tag>
        </p>
      )}
      {groundEndedOn === null ? null : <p className="pt-2 text-dense">{say(words['ground-ended-explained'])}</p>}
      {may && onEdit !== undefined ? (
        <div className="flex flex-wrap gap-2 pt-3">
          <Button onPress={() => onEdit('ground')}>{say(words['ground-add'])}</Button>
          {ground === null || ground.isVerified ? null : <Button onPress={() => onEdit('ground-see')}>{say(words['ground-see'])}</Button>}
          {ground === null || groundEndedOn !== null ? null : (
            <Button onPress={() => onEdit('ground-end')}>{say(words['ground-end'])}</Button>
          )}
        </div>
      ) : null}
    </Group>
  )
}
