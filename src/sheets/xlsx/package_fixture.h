// For tests: a small workbook, part by part.

#pragma once

#include <string>
#include <utility>
#include <vector>

namespace credit::sheets::xlsx {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/";

inline std::string relationship(const std::string& id, const std::string& type,
                                const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + office + "relationships/" + type +
           "\" Target=\"" + target + "\"/>";
}

// What tells of one sheet, "表一", whose part is sheet1.xml, and of strings and styles.
inline Parts frame(
    const std::string& sheets = "<sheet name=\"表一\" sheetId=\"1\" r:id=\"rId1\"/>") {
    return {
        {"_rels/.rels", "<Relationships>" +
                            relationship("rId1", "officeDocument", "xl/workbook.xml") +
                            "</Relationships>"},
        {"xl/workbook.xml", "<workbook xmlns:r=\"" + office + "relationships\"><sheets>" + sheets +
                                "</sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         "<Relationships>" + relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
             relationship("rId2", "worksheet", "/xl/worksheets/sheet2.xml") +
             relationship("rId3", "sharedStrings", "sharedStrings.xml") +
             relationship("rId4", "styles", "styles.xml") + "</Relationships>"},
    };
}

inline std::pair<std::string, std::string> sheet(const std::string& rows, int number = 1) {
    return {"xl/worksheets/sheet" + std::to_string(number) + ".xml",
            "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"};
}

inline std::pair<std::string, std::string> strings(const std::string& items) {
    return {"xl/sharedStrings.xml", "<sst>" + items + "</sst>"};
}

inline Parts with(Parts parts, std::vector<std::pair<std::string, std::string>> more) {
    for (auto& part : more) parts.push_back(std::move(part));
    return parts;
}

}  // namespace credit::sheets::xlsx
