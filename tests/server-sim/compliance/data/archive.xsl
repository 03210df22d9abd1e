<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: Apache-2.0 -->
<!-- A form that archives of other makers take: one element an event, with the login name in it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>
  <xsl:template match="/Conversations">
    <FileDump>
      <xsl:for-each select="Conversation">
        <Conversation>
          <RoomID><xsl:value-of select="Channel/@uri"/></RoomID>
          <xsl:apply-templates select="Messages/Message"/>
        </Conversation>
      </xsl:for-each>
    </FileDump>
  </xsl:template>
  <xsl:template match="Message[@type='JOIN']">
    <ParticipantEntered><LoginName><xsl:value-of select="Sender/@UserName"/></LoginName></ParticipantEntered>
  </xsl:template>
  <xsl:template match="Message[@type='PART']">
    <ParticipantLeft><LoginName><xsl:value-of select="Sender/@UserName"/></LoginName></ParticipantLeft>
  </xsl:template>
  <xsl:template match="Message[@type='CHAT']">
    <Message>
      <LoginName><xsl:value-of select="Sender/@UserName"/></LoginName>
      <Content><xsl:value-of select="@content"/></Content>
    </Message>
  </xsl:template>
  <xsl:template match="Message"/>
</xsl:stylesheet>
