' What LibreOffice is asked to do with Word files, for all files of a list in one run; run.sh
' starts it.
'
' A line of the list: ACTION tab FILE tab OUT tab OTHER
'   show     the words of FILE
'   accept   the same, all tracked changes accepted
'   reject   the same, all of them rejected
'   convert  FILE as a Word file
'   compare  FILE as a Word file, with what changed since OTHER tracked
' What goes wrong is written to OUT.error.
'
' Words are written a paragraph a line, with the number that LibreOffice shows: the body, the notes,
' what stands at the head of the pages. A paragraph without words is none.
Option Explicit

Sub Main(list As String)
    Dim jobs As Integer, job As String, field
    jobs = FreeFile()
    Open list For Input As #jobs
    Do While Not Eof(jobs)
        Line Input #jobs, job
        field = Split(job & Chr(9), Chr(9))
        Work(field(0), field(1), field(2), field(3))
    Loop
    Close #jobs
    StarDesktop.terminate()
End Sub

Sub Work(action As String, file As String, out As String, other As String)
    Dim document
    On Error Goto Failed
    ' LibreOffice 7.4 sometimes ends while it compares a document that has no window.
    document = StarDesktop.loadComponentFromURL(ConvertToURL(file), "_blank", 0, _
        Array(Property("Hidden", action <> "compare")))
    Select Case action
    Case "accept"
        Dispatch(document, ".uno:AcceptAllTrackedChanges", Array())
    Case "reject"
        Dispatch(document, ".uno:RejectAllTrackedChanges", Array())
    Case "compare"
        Dispatch(document, ".uno:CompareDocuments", Array(Property("URL", ConvertToURL(other))))
    End Select
    If action = "convert" Or action = "compare" Then
        document.storeToURL(ConvertToURL(out), Array(Property("FilterName", "MS Word 2007 XML")))
    Else
        Save(Words(document), out)
    End If
    document.close(True)
    Exit Sub
Failed:
    Save(action & ": " & Error$, out & ".error")
End Sub

Function Property(name As String, content)
    Dim made As New com.sun.star.beans.PropertyValue
    made.Name = name
    made.Value = content
    Property = made
End Function

Sub Dispatch(document, command As String, arguments)
    createUnoService("com.sun.star.frame.DispatchHelper").executeDispatch( _
        document.CurrentController.Frame, command, "", 0, arguments)
End Sub

Sub Save(text As String, out As String)
    Dim stream
    stream = createUnoService("com.sun.star.io.TextOutputStream")
    stream.setOutputStream(createUnoService("com.sun.star.ucb.SimpleFileAccess") _
        .openFileWrite(ConvertToURL(out)))
    stream.setEncoding("UTF-8")
    stream.writeString(text)
    stream.closeOutput()
End Sub

Function Words(document) As String
    Dim i As Integer, note, styles, style, all As String
    all = Paragraphs(document.Text, "body")
    For i = 0 To document.Footnotes.Count - 1
        all = all & Paragraphs(document.Footnotes.getByIndex(i), "note " & (i + 1))
    Next
    styles = document.StyleFamilies.getByName("PageStyles")
    For i = 0 To styles.Count - 1
        style = styles.getByIndex(i)
        If style.isInUse() And style.HeaderIsOn Then
            all = all & Paragraphs(style.HeaderText, "header") & _
                Paragraphs(style.HeaderTextFirst, "header")
        End If
    Next
    Words = all
End Function

' A line for each paragraph of a text and of the tables in it.
Function Paragraphs(text, place As String) As String
    Dim parts, part, cell, all As String
    parts = text.createEnumeration()
    Do While parts.hasMoreElements()
        part = parts.nextElement()
        If part.supportsService("com.sun.star.text.TextTable") Then
            For Each cell In part.CellNames
                all = all & Paragraphs(part.getCellByName(cell), place)
            Next
        ElseIf Trim(part.ListLabelString & part.String) <> "" Then
            all = all & place & Chr(9) & part.ListLabelString & " " & OneLine(part.String) & Chr(10)
        End If
    Loop
    Paragraphs = all
End Function

Function OneLine(text As String) As String
    OneLine = Join(Split(Join(Split(text, Chr(10)), " "), Chr(9)), " ")
End Function
