import { useState } from 'react'
import { newCommandId, useRead, useWrite } from '../../../platform/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { FieldGrid, SelectField, TextField, YesNoField } from '../../../ui/fields.tsx'
import { useSay, wordFor } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { addOrganisation, changeOrganisation, listOrganisations, type Organisation, organisationTypes } from '../contract.ts'
import { words } from '../words.ts'

interface Props {
  readonly before?: Organisation
  readonly onClose: () => void
}
/** Adds an organisation or a person, or corrects one on the version that was seen. */
export function OrganisationDialog({ before, onClose }: Props) {
  const say = useSay()
  const [type, setType] = useState<(typeof organisationTypes)[number] | undefined>(before?.type)
  const [nameFa, setNameFa] = useState(before?.nameFa ?? '')
  const [nameEn, setNameEn] = useState(before?.nameEn ?? '')
  const [legalId, setLegalId] = useState(before?.legalId ?? '')
  const [parentId, setParentId] = useState<string | undefined>(before?.parentId ?? undefined)
  const [isSupportBody, setSupportBody] = useState(before?.isSupportBody ?? false)
  const [isSocialEntrepreneur, setSocialEntrepreneur] = useState(before?.isSocialEntrepreneur ?? false)
  const holdings = useRead(listOrganisations, { type: 'holding', limit: 250 }, { enabled: type === 'subsidiary' })
  const add = useWrite(addOrganisation)
  const change = useWrite(changeOrganisation)
  const title = say(before === undefined ? words['add-organisation'] : words['change-organisation'])
  const press = (): void => {
    if (type === undefined) return
    const written = {
      id: before?.id ?? newCommandId(),
      type,
      nameFa,
      nameEn: nameEn.trim() === '' ? null : nameEn,
      legalId: legalId === '' ? null : legalId,
      parentId: type === 'subsidiary' ? (parentId ?? null) : null,
      isSupportBody,
      isSocialEntrepreneur,
    }
    if (before === undefined) add.mutate({ input: written }, { onSuccess: onClose })
    else change.mutate({ input: { ...written, version: before.version } }, { onSuccess: onClose })
  }
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <FieldGrid>
        <SelectField
          label={say(words.type)}
          isRequired
          value={type}
          onChange={setType}
          choices={organisationTypes.map((one) => ({ value: one, label: say(wordFor(words, `type-${one}`)) }))}
        />
        <TextField label={say(words.name)} isRequired value={nameFa} onChange={setNameFa} />
        <TextField label={say(words['name-en'])} value={nameEn} onChange={setNameEn} />
        {type === 'natural-person' ? null : <TextField label={say(words['legal-id'])} isCode value={legalId} onChange={setLegalId} />}
        {type === 'subsidiary' ? (
          <SelectField
            label={say(words.parent)}
            isRequired
            value={parentId}
            onChange={setParentId}
            choices={(holdings.data?.organisations ?? []).map(({ id, nameFa: name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <YesNoField label={say(words['is-support-body'])} value={isSupportBody} onChange={setSupportBody} />
        <YesNoField label={say(words['is-social-entrepreneur'])} value={isSocialEntrepreneur} onChange={setSocialEntrepreneur} />
      </FieldGrid>
      <div className="pt-4">
        <ProblemBox error={add.error ?? change.error} />
        <Button
          look="primary"
          isDisabled={type === undefined || nameFa.trim().length < 2}
          isPending={add.isPending || change.isPending}
          onPress={press}
        >
          {title}
        </Button>
      </div>
    </Dialog>
  )
}
