import { Upload as UploadIcon } from 'lucide-react'
import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import type { Uploading } from '../platform/client.ts'
import { Button } from './button.tsx'
import { digits } from './format.ts'
import { useLanguage, useSay } from './language.tsx'
import { ProblemBox } from './states.tsx'
import { words } from './words.ts'

interface FileUploadProps {
  /** What is being sent, on the button. */
  readonly label: string
  readonly hint: string
  /** Endings of names: `.xlsx`, `.pdf`. */
  readonly accept: readonly string[]
  readonly maxBytes: number
  readonly uploading: Uploading
  readonly onChoose: (file: File) => void
}
const MEGABYTE = 1_048_576

/** Chooses a file and shows how far its sending is, with a way to stop it. A file too large is said before anything is sent. */
export function FileUpload({ label, hint, accept, maxBytes, uploading, onChoose }: FileUploadProps) {
  const say = useSay()
  const language = useLanguage()
  const hintId = useId()
  const [isTooLarge, setTooLarge] = useState(false)
  const { sent, error, cancel } = uploading
  const choose = (file: File | undefined): void => {
    if (file === undefined) return
    setTooLarge(file.size > maxBytes)
    if (file.size <= maxBytes) onChoose(file)
  }
  const percent = sent === null ? 0 : Math.round(sent * 100)
  return (
    <div className="flex flex-col items-start gap-3">
      <p id={hintId} className="text-ink-2">
        {hint}
      </p>
      {isTooLarge ? (
        <p role="alert" className="text-overdue">
          {say(words['file-too-large'], { size: digits(String(Math.floor(maxBytes / MEGABYTE)), language) })}
        </p>
      ) : (
        <ProblemBox error={error} />
      )}
      {sent === null ? (
        <FileTrigger acceptedFileTypes={accept} onSelect={(files) => choose(files?.[0])}>
          <Button look="primary">
            <UploadIcon aria-hidden size={18} />
            {label}
          </Button>
        </FileTrigger>
      ) : (
        <div className="w-full">
          <div className="flex items-center gap-3">
            <progress className="w-full" max={100} value={percent} aria-label={say(words.sending)} />
            <Button onPress={cancel}>{say(words['cancel-sending'])}</Button>
          </div>
          <p role="status" className="text-ink-2 text-tag">
            {percent === 100 ? say(words.reading) : say(words['sent-so-far'], { percent: digits(String(percent), language) })}
          </p>
        </div>
      )}
    </div>
  )
}
