import { readFileSync } from 'node:fs';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describe, expect, it } from 'vitest';
import { DEV_HOST, manifestFor } from '../../src/build/manifestHost.mjs';

const text = readFileSync('manifest.xml', 'utf8');
const all = (pattern: RegExp, from = text): string[] => [...from.matchAll(pattern)].map((match) => match[1]);

describe('manifest.xml', () => {
  it('is read by Microsoft’s own reader', async () => {
    const info = await OfficeAddinManifest.readManifestFile('manifest.xml');
    expect(info).toMatchObject({ defaultLocale: 'zh-CN', displayName: '勾稽审核', officeAppType: 'TaskPaneApp', hosts: ['Workbook'] });
    expect(info.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(info.version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  it('has its elements in the order Office asks for', () => {
    const order = [
      'Id', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl',
      'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides',
    ];
    expect(all(/^ {2}<([A-Za-z]+)[\s>]/gm)).toEqual(order);
  });

  it('asks for ExcelApi 1.9 and for no more rights than marks need', () => {
    expect(text).toMatch(/<Set Name="ExcelApi" MinVersion="1\.9"\/>/);
    expect(all(/<Permissions>(\w+)</g)).toEqual(['ReadWriteDocument']);
  });

  it('loads everything over https from the one server', () => {
    const addresses = all(/DefaultValue="(\w+:\/\/[^"]*)"/g);
    expect(addresses.length).toBeGreaterThan(10);
    for (const address of addresses) expect(address.startsWith(`${DEV_HOST}/`), address).toBe(true);
  });

  it('defines every resource that is used, and uses every one that is defined', () => {
    const used = new Set(all(/resid="([^"]+)"/g));
    const defined = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g);
    expect([...used].sort()).toEqual([...defined].sort());
    for (const id of defined) expect(id.length, id).toBeLessThanOrEqual(32);
  });

  it('keeps its texts within the limits, each in both languages', () => {
    const section = (name: string): string => new RegExp(`<bt:${name}>([\\s\\S]*?)</bt:${name}>`).exec(text)?.[1] ?? '';
    const values = (from: string): string[] => all(/(?:DefaultValue|Value)="([^"]*)"/g, from);
    for (const value of values(section('ShortStrings'))) expect(value.length, value).toBeLessThanOrEqual(125);
    for (const value of values(section('LongStrings'))) expect(value.length, value).toBeLessThanOrEqual(250);
    for (const value of all(/<Description DefaultValue="([^"]*)"/g)) expect(value.length).toBeLessThanOrEqual(250);
    const strings = all(/<bt:String id="([^"]+)"/g);
    expect(all(/<bt:Override Locale="(en-US)"/g)).toHaveLength(strings.length);
  });

  it('names icons that have the size they claim', () => {
    for (const address of new Set(all(/DefaultValue="[^"]*\/(assets\/[^"]+\.png)"/g))) {
      const claimed = Number(/-(\d+)\.png$/.exec(address)?.[1]);
      const png = readFileSync(address);
      expect(png.subarray(1, 4).toString('latin1'), address).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], address).toEqual([claimed, claimed]);
    }
    expect(all(/<bt:Image size="(\d+)" resid="Gouji\.Icon\.\d+"/g).slice(0, 3)).toEqual(['16', '32', '80']);
  });

  it('calls only functions that the commands page has', () => {
    const commands = readFileSync('src/taskpane/commands.ts', 'utf8');
    const names = all(/<FunctionName>(\w+)</g);
    expect(names).toEqual(['markCells', 'clearMarks']);
    for (const name of names) expect(commands).toContain(`associate('${name}'`);
  });
});

describe('the manifest of a server', () => {
  it('names no development host', () => {
    const made = manifestFor(text, 'https://gouji.example.gov.cn/excel/');
    expect(made).not.toContain('localhost');
    expect(made).toContain('"https://gouji.example.gov.cn/excel/taskpane.html"');
  });

  it('refuses a server without https', () => {
    expect(() => manifestFor(text, 'http://gouji.example.gov.cn')).toThrow('https');
    expect(manifestFor(text, undefined)).toBe(text);
  });
});
