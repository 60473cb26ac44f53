<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi_VN" sourcelanguage="en_US">
 <context>
  <name>Search</name>
  <message>
   <source>Text</source>
   <translation>Lời văn</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Chú thích</translation>
  </message>
  <message>
   <source>Tables</source>
   <translation>Bảng</translation>
  </message>
  <message>
   <source>Opening and closing parts</source>
   <translation>Phần mở đầu và kết thúc</translation>
  </message>
 </context>
 <context>
  <name>SearchPanel</name>
  <message>
   <source>Words without diacritics find all; words with diacritics find only themselves.</source>
   <translation>Gõ không dấu tìm mọi cách viết; gõ có dấu chỉ tìm đúng từ đó.</translation>
  </message>
  <message>
   <source>Nothing found for “{query}”.</source>
   <translation>Không tìm thấy “{query}”.</translation>
  </message>
  <message>
   <source>{n} places</source>
   <translation>{n} chỗ</translation>
  </message>
  <message>
   <source>{n} places, the first {m} shown</source>
   <translation>{n} chỗ, hiện {m} chỗ đầu</translation>
  </message>
  <message>
   <source>More than {n} places, the first {m} shown</source>
   <translation>Hơn {n} chỗ, hiện {m} chỗ đầu</translation>
  </message>
  <message>
   <source>read as plain words</source>
   <translation>đã tìm như từ thường</translation>
  </message>
  <message>
   <source>Without diacritics ({n})</source>
   <translation>Bỏ dấu ({n})</translation>
  </message>
  <message>
   <source>Without quotes ({n})</source>
   <translation>Bỏ ngoặc kép ({n})</translation>
  </message>
  <message>
   <source>In notes and tables too ({n})</source>
   <translation>Tìm cả chú thích và bảng ({n})</translation>
  </message>
  <message>
   <source>All years</source>
   <translation>Mọi năm</translation>
  </message>
  <message>
   <source>Search the whole shelf…</source>
   <translation>Tìm trong cả tủ…</translation>
  </message>
  <message>
   <source>Search the whole shelf</source>
   <translation>Tìm trong cả tủ</translation>
  </message>
  <message>
   <source>Places found</source>
   <translation>Các chỗ tìm thấy</translation>
  </message>
  <message>
   <source>Year</source>
   <translation>Năm</translation>
  </message>
 </context>
</TS>
