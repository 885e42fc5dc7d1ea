import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** An exported function whose first parameter is a text. */
export interface TextFunction {
  readonly path: string;
  readonly name: string;
  /** It can be called with the text alone. */
  readonly takesTextAlone: boolean;
}

/** Every function of the product that takes a text, found in the source: a new one is tried without being named. */
export function textFunctions(): TextFunction[] {
  return readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ts$/.test(entry.name) && !/\.d\.ts$|Worker\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/src\/(generated|build)\//.test(path))
    .flatMap(functionsOf);
}

const isExported = (node: ts.HasModifiers): boolean => ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
const isText = ({ type }: ts.ParameterDeclaration): boolean => /^string\b(?!\[)/.test(type?.getText() ?? '');

function functionsOf(path: string): TextFunction[] {
  const found: TextFunction[] = [];
  const enter = (name: string, { parameters }: ts.SignatureDeclaration): void => {
    if (parameters.length === 0 || !isText(parameters[0])) return;
    found.push({ path, name, takesTextAlone: parameters.slice(1).every((one) => one.questionToken ?? one.initializer ?? one.dotDotDotToken) });
  };
  for (const statement of ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true).statements) {
    if (ts.isFunctionDeclaration(statement) && isExported(statement)) enter(statement.name?.text ?? '', statement);
    if (!ts.isVariableStatement(statement) || !isExported(statement)) continue;
    for (const { name, initializer, type } of statement.declarationList.declarations) {
      if (initializer && ts.isArrowFunction(initializer)) enter(name.getText(), initializer);
      else if (type && ts.isFunctionTypeNode(type)) enter(name.getText(), type);
    }
  }
  return found;
}
