import { useState } from 'react'
import { useMay } from '../../../access/screens/self.tsx'
import { newCommandId, usePicture, useUpload, useWrite } from '../../../platform/client.ts'
import { MOST_PAPER_BYTES } from '../../../platform/fields.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/check-field.tsx'
import { FileUpload } from '../../../ui/file-upload.tsx'
import { useSay } from '../../../ui/language.tsx'
import { ProblemBox } from '../../../ui/states.tsx'
import { addFindingPhoto, type Finding, readFindingPhoto, takeFindingPhotoAway } from '../contract/findings.ts'
import { reasonsNotToPicture } from '../rules/findings.ts'
import { visitWords as words } from '../words/visits.ts'

/** Pictures of what was found at a hub or a class; whoever visits adds one, and takes one away that shows somebody after all. */
export function FindingPhotos({ finding }: { readonly finding: Finding }) {
  const say = useSay()
  const may = useMay('oversight.hold-visit')
  const takeAway = useWrite(takeFindingPhotoAway)
  const { photos } = finding
  const mayAdd = may && reasonsNotToPicture(finding, photos.length).length === 0
  if (photos.length === 0 && !mayAdd) return null
  return (
    <div className="flex flex-col gap-3">
      {photos.length === 0 ? null : (
        <ul className="flex flex-wrap gap-3">
          {photos.map((id, place) => (
            <li key={id} className="flex flex-col items-start gap-1">
              <Photo id={id} label={say(words['photo-n'], { n: place + 1 })} />
              {may ? (
                <Button look="quiet" isPending={takeAway.isPending} onPress={() => takeAway.mutate({ input: { id } })}>
                  {say(words['photo-take-away'], { n: place + 1 })}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <ProblemBox error={takeAway.error} />
      {mayAdd ? <Adding id={finding.id} /> : null}
    </div>
  )
}
function Photo({ id, label }: { readonly id: string; readonly label: string }) {
  const { data: address } = usePicture(readFindingPhoto, { id })
  const look = 'size-32 rounded-control border border-line bg-sunken object-cover'
  return address === undefined ? (
    <span role="img" aria-label={label} className={`inline-block ${look}`} />
  ) : (
    <a href={address} download={`${id}.jpg`}>
      <img src={address} alt={label} className={look} />
    </a>
  )
}
/** The way to a file opens with the word that nobody is in the picture. */
function Adding({ id }: { readonly id: string }) {
  const say = useSay()
  const upload = useUpload(addFindingPhoto)
  const [isOfNobody, setOfNobody] = useState(false)
  return (
    <div className="flex flex-col gap-3">
      <CheckField
        label={say(words['photo-add'])}
        value={isOfNobody ? ['place'] : []}
        onChange={(chosen) => setOfNobody(chosen.length > 0)}
        choices={[{ value: 'place', label: say(words['photo-of-nobody']) }]}
      />
      {isOfNobody ? (
        <FileUpload
          label={say(words['photo-add'])}
          hint={say(words['photo-hint'])}
          accept={['.jpg', '.jpeg', '.png']}
          maxBytes={MOST_PAPER_BYTES}
          uploading={upload}
          onChoose={(file) => void upload.send({ id, photoId: newCommandId(), shows: 'place' }, file).then(() => setOfNobody(false))}
        />
      ) : null}
    </div>
  )
}
