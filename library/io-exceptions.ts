import { FormatException, SystemException } from "./exceptions.ts";

export class IOException extends SystemException {
  static readonly $type: string = "System.IO.IOException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "I/O error occurred.", innerException);
  }
}

export class FileNotFoundException extends IOException {
  static readonly $type: string = "System.IO.FileNotFoundException";
  FileName: any;
  constructor(message?: any, fileName?: any, innerException?: any) {
    super(message ?? "Unable to find the specified file.", innerException);
    this.FileName = fileName;
  }
}

export class DirectoryNotFoundException extends IOException {
  static readonly $type: string = "System.IO.DirectoryNotFoundException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Attempted to access a path that is not on the disk.", innerException);
  }
}

export class EndOfStreamException extends IOException {
  static readonly $type: string = "System.IO.EndOfStreamException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Attempted to read past the end of the stream.", innerException);
  }
}

export class UnauthorizedAccessException extends SystemException {
  static readonly $type: string = "System.UnauthorizedAccessException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "Attempted to perform an unauthorized operation.", innerException);
  }
}

export class UriFormatException extends FormatException {
  static readonly $type: string = "System.UriFormatException";
  constructor(message?: any, innerException?: any) {
    super(message ?? "One of the identified items was in an invalid format.", innerException);
  }
}

/** How F# code constructs them. */
export function createIO(message?: any, inner?: any): any {
  return new IOException(message, inner);
}
/** The second argument is the file's name or the inner exception. */
export function createFileNotFound(message?: any, second?: any, third?: any): any {
  return typeof second === "string" ? new FileNotFoundException(message, second, third) : new FileNotFoundException(message, undefined, second);
}
export function createDirectoryNotFound(message?: any, inner?: any): any {
  return new DirectoryNotFoundException(message, inner);
}
export function createEndOfStream(message?: any, inner?: any): any {
  return new EndOfStreamException(message, inner);
}
export function createUnauthorizedAccess(message?: any, inner?: any): any {
  return new UnauthorizedAccessException(message, inner);
}
export function createUriFormat(message?: any, inner?: any): any {
  return new UriFormatException(message, inner);
}
