import { useState } from 'react'
import { newCommandId, useUpload, useWrite } from '../../../platform/client.ts'
import { MOST_PAPER_BYTES } from '../../../platform/fields.ts'
import { Button } from '../../../ui/button.tsx'
import { ChoiceField, FieldGrid, NumberField, SelectField } from '../../../ui/fields.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { bearers } from '../contract/orders.ts'
import { addPhoto, inspectLot, type LotWork } from '../contract/work.ts'
import { type RejectReason, rejectReasons } from '../rules/inspection.ts'
import { words } from '../words.ts'

/** A look at what she brought: three numbers, and for a rejection the reason, the picture and who bears it. */
export function InspectForm({ work: { lot, pieces } }: { readonly work: LotWork }) {
  const say = useSay()
  const [rework, setRework] = useState<number | undefined>(0)
  const [rejected, setRejected] = useState<number | undefined>(0)
  const [reason, setReason] = useState<RejectReason>()
  const [bearer, setBearer] = useState(lot.terms.spoiledBy)
  const [photoId, setPhoto] = useState<string | null>(null)
  const write = useWrite(inspectLot)
  const accepted = pieces.presented - (rework ?? 0) - (rejected ?? 0)
  const isRejecting = (rejected ?? 0) > 0
  const send = (): void => {
    if (rework === undefined || rejected === undefined) return
    const why = isRejecting ? { reason: reason ?? null, bearer, photoId } : { reason: null, bearer: null, photoId: null }
    write.mutate({ input: { id: lot.id, version: lot.version, inspectionId: newCommandId(), accepted, rework, rejected, ...why } })
  }
  const isReady =
    rework !== undefined && rejected !== undefined && accepted >= 0 && (!isRejecting || (reason !== undefined && photoId !== null))
  return (
    <div className="flex flex-col gap-3">
      <h3 className="font-semibold">{say(words.inspect)}</h3>
      <p className="text-ink-2">{say(words['inspect-hint'], { n: pieces.presented, unit: lot.terms.unit })}</p>
      <FieldGrid>
        <NumberField
          label={say(words.accepted)}
          value={Math.max(0, accepted)}
          onChange={(n) => setRework(pieces.presented - (n ?? 0) - (rejected ?? 0))}
        />
        <NumberField label={say(words.rework)} value={rework} onChange={setRework} />
        <NumberField label={say(words.rejected)} value={rejected} onChange={setRejected} />
      </FieldGrid>
      {isRejecting ? (
        <>
          <SelectField
            label={say(words['reject-reason'])}
            isRequired
            empty="—"
            value={reason}
            onChange={setReason}
            choices={rejectReasons.map((one) => ({ value: one, label: say(words[`reason-${one}`]) }))}
          />
          <ChoiceField
            label={say(words['who-bears'])}
            value={bearer}
            onChange={setBearer}
            choices={bearers.map((one) => ({ value: one, label: say(words[`bearer-${one}`]) }))}
          />
          {photoId === null ? <Photo lotId={lot.id} onKept={setPhoto} /> : <p role="status">{say(words['photo-kept'])}</p>}
        </>
      ) : null}
      <ProblemBox error={write.error} />
      <div>
        <Button look="primary" isDisabled={!isReady} isPending={write.isPending} onPress={send}>
          {say(words['inspect-done'])}
        </Button>
      </div>
    </div>
  )
}
function Photo({ lotId, onKept }: { readonly lotId: string; readonly onKept: (id: string) => void }) {
  const say = useSay()
  const uploading = useUpload(addPhoto)
  const choose = (file: File): void => {
    void uploading
      .send({ id: lotId, photoId: newCommandId() }, file)
      .then((told) => (told === undefined ? undefined : onKept(told.photoId)))
  }
  return (
    <FileUpload
      label={say(words.photo)}
      hint={say(words['photo-hint'])}
      accept={['.jpg', '.jpeg', '.png']}
      maxBytes={MOST_PAPER_BYTES}
      uploading={uploading}
      onChoose={choose}
    />
  )
}
